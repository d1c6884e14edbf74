Feature: Reports of one event held against each other
  What nothing else does: matter by matter what each report says, where they differ, and the user's word on it.

  Scenario: From the first start to a differing figure in three clicks
    Given a program that is started for the first time
    When I click “Explore the sample archive”
    Then a comparison is before me
    When I click the count of figures that differ
    Then only figures that differ are listed
    When I click the first cell that says something
    Then the sentence of every report that speaks of it is lit and in sight
    And I have clicked 3 times

  Scenario Outline: Every kind of evidence has its tab
    Given the comparison of the sample articles
    When I press “<key>”
    Then the tab “<tab>” is in front with all it counts

    Examples:
      | key | tab             |
      | F   | Figures         |
      | Q   | Quotations      |
      | N   | Names           |
      | P   | Shared passages |
      | S   | Statements      |
      | T   | Timeline        |

  Scenario: From difference to difference
    Given the comparison of the sample articles
    When I ask for the next difference until I have seen them all
    Then I have seen every row that differs once

  Scenario: Rejecting a row, and thinking again
    Given the comparison of the sample articles
    When I go to the first figure that differs
    And I press “Shift+N”
    Then that row is gone
    When I press “Ctrl+Z”
    Then that row is back

  Scenario: Accepting a row
    Given the comparison of the sample articles
    When I go to the first figure that differs
    And I press “Y”
    Then that row is marked as mine
    When I press “Ctrl+Z”
    Then that row is not marked as mine

  Scenario: Keeping a comparison
    Given the comparison of the sample articles
    When I keep it as “Kestrel gate” with the note “Ask the authority about the cost”
    And I go back to the library
    And I open “Kestrel gate” in the sidebar
    Then a comparison is before me
    And it is called “Comparison: Kestrel gate”
    And its note is “Ask the authority about the cost”
