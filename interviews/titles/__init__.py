"""Reading titles: the words of rank in several languages, sectors and countries. Pure."""
