"""How good extraction is: records against annotated pages, field by field."""
