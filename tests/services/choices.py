"""Models of the user's own, chosen in the settings."""

from pathlib import Path

from inspel_app.services import models


def choose(folder: Path, key: str, name: str) -> None:
    """Write the choice into the settings in the user's own folder, and let it count at once."""
    (folder / "installningar.toml").write_text(f"{key} = '{name}'\n", "utf-8")
    forget_models()


def forget_models() -> None:
    """As when the program starts anew."""
    for model in (models.sentence_encoder, models.encoder_name, models.swedish):
        model.cache_clear()
