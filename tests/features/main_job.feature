Feature: From saved files to a PDF that can be quoted
  What every user comes for: their articles in, anything found, reports side by side, a PDF handed on.

  Scenario: Importing a folder of saved articles
    Given an empty archive
    Then I see where to drop files
    When I import the sample articles
    Then the report says that 10 articles were added
    And the report says that some articles have no date
    When I show the articles
    Then 10 articles are listed

  Scenario: Importing the same folder again
    Given an archive with the sample articles
    When I import the sample articles
    Then the report says that 10 articles are already here
    And the archive holds 10 articles

  Scenario: Taking an import back
    Given an archive with the sample articles
    When I remove the last import
    Then the archive holds 0 articles
    When I undo that
    Then the archive holds 10 articles

  Scenario: Finding what was said
    Given an archive with the sample articles
    When I search for “warned twice”
    Then the first article is “Authority was warned twice about Kestrel gate”
    And the reader stands at the first match
    When I search for source:"Velmark Courier" -engineer
    Then every article listed is of “Velmark Courier”
    When I search for منسوب
    Then 1 article is listed

  Scenario: Laying two reports side by side
    Given an archive with the sample articles
    When I compare “Inquiry ordered into Kestrel lock failure” with “Minister orders inquiry into Kestrel lock failure”
    Then their shared passages are listed and marked
    When I go to the next passage
    Then both columns show it at the same height
    When I go back
    Then 10 articles are listed

  Scenario: Handing on a PDF
    Given an archive with the sample articles
    When I compare “Inquiry ordered into Kestrel lock failure” with “Minister orders inquiry into Kestrel lock failure”
    And I export the comparison as a PDF
    Then the PDF names both originals with their SHA-256
    And the words of the passages can be found in it

  Scenario: Setting what the file does not say
    Given an archive with the sample articles
    When I search for school hall
    And I set its date to “12 March 2024”
    Then the article is dated 12 Mar 2024 by hand
    When I undo that
    Then the article has no date

  Scenario: Exploring the sample archive
    Given an empty archive
    When I explore the sample archive
    Then a comparison of four reports is ready
