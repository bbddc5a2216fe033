"""Matrices of PDF pages: how what is drawn in a group comes to its place."""

Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    """Where a point comes to stand."""
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]
