"""Many files: order kept, none lost."""
