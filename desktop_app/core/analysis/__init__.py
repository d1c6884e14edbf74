"""What can be told from one text, or two, without a model: words, sentences, shared wording."""
