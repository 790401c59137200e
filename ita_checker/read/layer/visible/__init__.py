"""What the eye sees of what a file says: hidden letters, watermarks, contradictions."""
