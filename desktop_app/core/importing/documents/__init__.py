"""What formats have in common: containers, paragraphs, columns, mails."""
