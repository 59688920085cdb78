"""One module a tool: its text in, a value out, ``ParseError`` when the text makes no sense."""
