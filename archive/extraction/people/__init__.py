"""Who a page names: posts and names are read as tokens, joined to people, and given their roles."""
