"""The Thai reader for scans: a page's picture in, a Page with lines, cells and doubts out."""
