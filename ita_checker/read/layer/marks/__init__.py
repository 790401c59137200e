"""From letters to clusters: which mark it is, and the letter it is drawn on."""
