"""Reports side by side: what one report alone cannot show."""
