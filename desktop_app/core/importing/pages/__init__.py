"""The article on a saved web page: its tree, its story, its facts."""
