"""What the file says: letters as the PDF holds them, repaired."""
