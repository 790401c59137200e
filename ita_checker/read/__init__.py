"""PDF to Document: letters, repaired letters, lines, tables; scans by OCR."""
