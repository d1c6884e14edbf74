"""Reading what is packed in a document: members of a ZIP archive, and XML, without trusting either."""

import warnings
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from desktop_app.core.errors import Mended, UnreadableFile

LARGEST = 30_000_000  # bytes of one member, unpacked; a tree takes up to twenty times as much memory


class Packed:
    """The members of a document that is a ZIP archive in truth."""

    def __init__(self, original: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = ZipFile(BytesIO(original))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise _damaged(name) from error
        if any(member.flag_bits & 1 for member in self._archive.infolist()):
            message = f"“{name}” is protected by a password. Open it, save it without one, and import it again."
            raise UnreadableFile("protected", message)

    def names(self) -> list[str]:
        """Return the names of the members, in the order of the archive."""
        return self._archive.namelist()

    def read(self, member: str) -> bytes | None:
        """Return the bytes of a member, None where there is none; raises UnreadableFile where it is too large."""
        try:
            with self._archive.open(member) as file:
                content = file.read(LARGEST + 1)
        except KeyError:
            return None
        except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
            raise _damaged(self._name) from error
        if len(content) > LARGEST:
            message = (
                f"“{self._name}” would unpack to more than {LARGEST / 1e6:.0f} MB. "
                "Open it, and save only the text you need."
            )
            raise UnreadableFile("too_large", message)
        return content

    def xml(self, member: str) -> etree._Element | None:
        """Return the tree of a member written in XML, None where there is none."""
        content = self.read(member)
        return None if content is None else parse_xml(content, self._name)


def parse_xml(content: bytes, name: str) -> etree._Element:
    """Return the tree of an XML document; entities are never followed.

    What is ill-formed is mended, which warns with Mended, for a part of it may be lost.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name) from error
    if tree is None:
        raise _damaged(name)
    if any(
        error.domain_name != "NAMESPACE" for error in parser.error_log
    ):  # a prefix nobody declared costs nothing
        message = f"“{name}” is ill-formed, so a part of its text may be missing. Compare it with the original."
        warnings.warn(message, Mended, stacklevel=2)
    return tree


def _damaged(name: str) -> UnreadableFile:
    message = f"“{name}” is damaged, so no text could be read from it. Try to save or download it again."
    return UnreadableFile("damaged", message)
