"""What pdfium tells of a page when it is asked: letters, lines, pictures, objects, fonts."""
