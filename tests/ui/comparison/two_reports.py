"""Two reports of one flood, with something of every kind to be judged."""

BAKERS = "Bakers in the Lower Town opened their ovens before dawn."
BAKERIES = "The bakeries of the lower quarter lit their fires at four in the morning."
BROKE = (
    "The dam above Velmark broke on Tuesday and at least 12 people were killed, said Samir al-Tessini, spokesman.",
    "“We had no time at all to lower the boards,” said Mayor Vera Tallin. Some 1,200 people were evacuated. "
    "The Orla Rescue Service and the Velmark River Guard sent boats.",
    BAKERS,
)
WATER = (
    "At least 14 people were killed when the dam above Velmark broke, Sameer al-Tisini said.",
    "“We had no time to lower the boards,” Mayor Vera Tallin said. About 900 people were evacuated. Boats of the "
    "Orla Rescue Service came first, those of the Velmark River Guard at noon.",
    BAKERIES,
)
TEXTS = (("A dam gives way", BROKE), ("Velmark under water", WATER))
