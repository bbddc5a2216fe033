"""The embedders that the program uses, with the model that ships."""

from inspel_app.analysis.embed import ContentEmbedder, MixedEmbedder
from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.resources import model_dir

CONTENT = ContentEmbedder()
ENCODER = SentenceEncoder(model_dir("kodare") / "kodare.safetensors")
MIXED = MixedEmbedder(((ENCODER, 0.5), (CONTENT, 0.5)))
