"""The embedder that the program uses, with the model that ships, and a mixture."""

from inspel_app.analysis.embed import MixedEmbedder
from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.resources import model_dir

ENCODER = SentenceEncoder(model_dir("kodare") / "kodare.safetensors")
MIXED = MixedEmbedder(((ENCODER, 0.5), (ENCODER, 0.5)))
