"""Which stages of the preprocessing are done."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Switches:
    """All on is what networks learn from and are meant to read; off, one sees what each is for.

    `crop`: the digit alone is enlarged, not the whole pad. `aspect`: its proportions stay.
    `pen_width`: it is drawn with MNIST's pen, not the pad's. `centre_of_mass`: that comes into the
    middle, not the box. `scaling`: pixels are scaled as the network learnt them.
    """

    crop: bool = True
    aspect: bool = True
    pen_width: bool = True
    centre_of_mass: bool = True
    scaling: bool = True

    @property
    def same_images(self) -> bool:
        """Whether the 28×28 are as always: only scaling comes after them."""
        return self.crop and self.aspect and self.pen_width and self.centre_of_mass


ALL_ON: Final = Switches()
