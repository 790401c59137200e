"""The page as a picture fit to read: grey, level, upright, its seals and dirt taken out."""
