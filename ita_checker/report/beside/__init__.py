"""What is written beside the gap list: marked copies, letters."""
