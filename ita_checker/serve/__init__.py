"""A window for those who use no terminal: a page of this machine alone, that takes files, has them
scanned and keeps what is decided.
"""
