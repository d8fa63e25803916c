"""Results for people and programs, one file a format. What several formats show stands in `tables` and `wording`."""
