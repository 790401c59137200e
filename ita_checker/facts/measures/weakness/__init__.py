"""Which indicators a report calls weak, what each scored, and which measure answers which."""
