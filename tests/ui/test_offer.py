"""An offer is made in place and goes away."""

from desktop_app.ui.offer import Offer


def test_an_offer_goes_when_it_is_taken_or_closed(dressed, qtbot) -> None:
    """It takes one click, and nobody has to answer it."""
    offer = Offer()
    qtbot.addWidget(offer)
    assert offer.isHidden()
    offer.make("The same block stands in 12 other articles.", "Hide it there too")
    assert not offer.isHidden()
    with qtbot.waitSignal(offer.taken):
        offer.button.click()
    assert offer.isHidden()
    offer.make("Another", "Do it")
    offer._close.click()
    assert offer.isHidden()
