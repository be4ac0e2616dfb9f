"""Record → rows. `run.import_paths` is the whole run; each page is one transaction."""
