"""Pages as pictures."""

import pypdfium2 as pdfium

MOST_PIXELS = 40_000_000  # of one page; larger ones are drawn more coarsely


def picture(document: pdfium.PdfDocument, number: int, dots: int) -> bytes | None:
    """Return a page as a grey picture in the format PGM, None where it cannot be drawn; `dots` an inch."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        scale = min(dots / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            rows = bytes(bitmap.buffer)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
        finally:
            bitmap.close()
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    points = rows if wide == stride else b"".join(rows[at : at + wide] for at in range(0, high * stride, stride))
    return b"P5 %d %d 255\n" % (wide, high) + points[: wide * high]
