"""One module a kind of page. A view gathers rows; templates only print them."""
