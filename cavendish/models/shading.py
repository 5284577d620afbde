"""What guides and light vector alone say of a pixel: the arithmetic of surfaces that face a light, before any network.

Local and of textbooks: Oren-Nayar is left at Lambert, wrapped for wax and fur; GGX with height-correlated visibility
(Walter 2007, Heitz 2014); Karis' analytic environment term (2014); a clear coat; thin glass; haze. What a pixel cannot
know alone is the network's: how much of the sky's light reaches a hollow, what bounces, what shade passes, what
surroundings mirror.
Shapes: b pictures, c guide channels, h w rows and columns, n pixels.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int64
from torch import Tensor

from cavendish.models.colour import in_cache

FEATURES = 20  # channels of Shading.features
SAMPLES = 4  # of a pixel that an edge crosses
_TINY = 1e-4
COAT = 0.09**2  # the square of a clear coat's roughness
RIM = 0.15  # radians, the rim light's radius
SPARK = 100.0  # of a highlight at most
BEHIND = 0.75  # how open to the sky a surface counts that is mirrored, or seen through glass
# Fitted to the mean of the renderer's draws: where the right softbox stands (right, up, to the viewer), how bright both
# are, of the key light, and how narrow.
SOFTBOX = (0.664, 0.691, 0.288)
LEFT, RIGHT, BROAD = 1.53, 1.16, 7.6
CLOUD = 0.8  # how bright the cloud about the sun is, of the key light
BOUNCED = 0.8  # share of its light that a hollow keeps at each bounce, for a colour of one
MIRROR = 0.65  # share of the mirrored surroundings that a surface closed in on all sides does not see
MIXED = 0.88  # length of a mean normal below which a pixel shows an edge, not a surface


class Edges(NamedTuple):
    """Guides of the pixels that an edge crosses, sample by sample: there a mean of guides is that of no surface.

    `at` [m 3] are picture, row and column of each, `samples` [m 4 c] its guides.
    """

    at: Int64[Tensor, "m 3"]
    samples: Float[Tensor, "m 4 c"]

    @classmethod
    def of(cls, each: Sequence[tuple[Tensor, Tensor]]) -> "Edges":
        """Those of several pictures: rows and columns [m 2], and samples [m 4 c] in any dtype, of each in its turn."""
        counts = torch.tensor([len(at) for at, _ in each])
        picture = torch.repeat_interleave(torch.arange(len(each)), counts)
        places = torch.cat([at for at, _ in each]).long()
        samples = torch.cat([told.float() for _, told in each])
        return cls(torch.cat([picture.to(places.device)[:, None], places], 1), samples)


class Shading(NamedTuple):
    """What guides and light say before any network, as planes [b 39 n] that `develop` reads in this order.

    20 features: n·l, √lit, n·v, r·l, highlight, grazing light, rim, light behind, mirrored direction, and the first
    guesses of D, T and S as roots of light. Then base and second colour and glow in linear light, four octaves, and
    the shares of things, ground and backdrop in the pixel. Last, for D, T and S, which share of its root a surface as
    closed in as this one could lose: none of it is lost but what a network says.
    """

    planes: Float[Tensor, "b 39 n"]
    h: int
    w: int

    @property
    def features(self) -> Float[Tensor, "b 20 h w"]:
        """What a network reads."""
        return self.planes[:, :FEATURES].unflatten(2, (self.h, self.w))


class _Lamps(NamedTuple):
    """The light vector's parts [b 3 1] and [b 1 1]; see `world.light.vector`."""

    towards: Tensor
    key: Tensor
    radius: Tensor
    sky: Tensor
    earth: Tensor
    beside: Tensor
    rim: Tensor
    horizon: Tensor
    fog: Tensor
    exposure: Tensor
    zenith: Tensor
    studio: Tensor
    room: Tensor
    night: Tensor
    up: Tensor

    @classmethod
    def of(cls, light: Tensor) -> "_Lamps":
        *parts, _, night, up = light[:, :35].split((3, 3, 1, 3, 3, 3, 3, 3, 1, 1, 3, 1, 1, 2, 1, 3), 1)
        return cls(*parts, night=night, up=up)

    def over(self, direction: Tensor) -> Tensor:
        """How far directions point up, −1..1."""
        return (direction * self.up).sum(1, keepdim=True)


class _Surface(NamedTuple):
    """A pixel's surface: where it faces, how it is seen and what it is made of."""

    normal: Tensor
    view: Tensor
    facing: Tensor
    mirrored: Tensor
    edge: Tensor  # (1 − n·v)⁵
    root: Tensor  # of the base colour
    rough: Tensor
    metal: Tensor
    clear: Tensor
    wax: Tensor
    sheen: Tensor
    coat: Tensor
    solid: Tensor

    @classmethod
    def of(cls, g: Tensor) -> "_Surface":
        normal, ray = g[:, 0:3], g[:, 36:38]
        normal = normal * torch.rsqrt(normal.square().sum(1, keepdim=True).clamp(min=_TINY))
        near = torch.rsqrt(1 + ray.square().sum(1, keepdim=True))
        view = torch.cat([-ray * near, near], 1)
        facing = (normal * view).sum(1, keepdim=True)
        rough, metal, clear, wax, sheen, coat = g[:, 12:18].clamp(0, 1).split(1, 1)
        solid = (g[:, 8:9] + g[:, 34:35]).clamp(0, 1)
        edge = (1 - facing.clamp(0, 1)) ** 5
        mirrored, root = 2 * facing * normal - view, g[:, 9:12].clamp(min=0)
        return cls(normal, view, facing, mirrored, edge, root, rough, metal, clear, wax, sheen, coat, solid)


class _Met(NamedTuple):
    """How a surface meets a light: n·l, v·l, and n·h and 1 − v·h of the half vector between view and light."""

    cosine: Tensor
    against: Tensor
    half: Tensor
    glance: Tensor  # (1 − v·h)⁵, Schlick's term

    @classmethod
    def of(cls, s: _Surface, towards: Tensor) -> "_Met":
        cosine, against = (s.normal * towards).sum(1, keepdim=True), (s.view * towards).sum(1, keepdim=True)
        half = (s.facing + cosine) * torch.rsqrt((2 + 2 * against).clamp(min=1e-3))
        glance = (1 - (0.5 + 0.5 * against).clamp(0, 1).sqrt()) ** 5
        return cls(cosine, against, half.clamp(0, 1), glance)

    def highlight(self, facing: Tensor, alpha: Tensor, radius: Tensor | float) -> Tensor:
        """GGX light times n·l of a round source of that radius, before Fresnel's share."""
        wide = (alpha + 0.35 * radius).clamp(0.002, 1)
        square = wide * wide
        lobe = square / (torch.pi * (self.half.square() * (square - 1) + 1).square())
        nl, nv = self.cosine.clamp(0, 1), facing.clamp(0.02, 1)
        seen = nl * (nv * nv * (1 - square) + square).sqrt() + nv * (nl * nl * (1 - square) + square).sqrt()
        spread = (alpha / wide).sqrt()
        return (lobe * nl * 0.5 / (seen + 1e-5) * spread * spread.sqrt()).clamp(max=SPARK)


def _blend(a: Tensor, b: Tensor, share: Tensor) -> Tensor:
    return a + (b - a) * share


def _mirror(s: _Surface) -> tuple[Tensor, Tensor]:
    """Scale and bias of a surface's own reflectance for what surroundings it mirrors (Karis)."""
    smooth = 1 - s.rough
    falling = torch.exp2(-9.28 * s.facing.clamp(0.02, 1))
    a = torch.minimum(smooth * smooth, falling) * smooth + 0.0425 - 0.0275 * s.rough
    return 1.04 - 0.572 * s.rough - 1.04 * a, (1.04 * a + 0.022 * s.rough - 0.04).clamp(min=0)


def _around(s: _Surface, lamps: _Lamps) -> Tensor:
    """What a surface mirrors of its surroundings, as far as these are alike everywhere (`world.backdrop.environment`).

    Sky or wall over the ground, a dark band on the viewer's side, the key light's glow; indoors by day the softboxes
    on either hand, as blurred as the mean of where draws put them; out of doors the bright cloud about the sun.
    """
    up = lamps.over(s.mirrored)
    rise = up.clamp(0, 1)
    walls = lamps.sky * (0.34 + 0.13 * lamps.night) + lamps.key * (0.05 - 0.04 * lamps.night)
    above = (
        lamps.horizon * (1 - 0.6 * lamps.studio) * (1 - rise)
        + lamps.zenith * (1 - 0.45 * lamps.studio) * rise
    )
    above = _blend(above, walls, lamps.room)
    band = torch.exp(-((up - 0.10) / (0.08 + 0.30 * s.rough)).square()) * (0.6 + s.mirrored[:, 2:3]).clamp(
        0, 1
    )
    above = _blend(above, 0.35 * lamps.earth + 0.06 * lamps.horizon, 0.80 * band)
    toward = (s.mirrored * lamps.towards).sum(1, keepdim=True).clamp(0, 1)
    glow = 0.25 * toward ** (2 / (0.04 + s.rough.square()))
    indoors = lamps.studio + lamps.room
    side, front = SOFTBOX[0] * s.mirrored[:, 0:1], SOFTBOX[1] * up + SOFTBOX[2] * s.mirrored[:, 2:3] - 1
    boxes = LEFT * torch.exp(BROAD * (front - side)) + RIGHT * torch.exp(BROAD * (front + side))
    sunny = F.normalize(lamps.towards + (0.12 - 0.25 * lamps.over(lamps.towards)) * lamps.up, dim=1)
    cloud = CLOUD * torch.exp(BROAD * ((s.mirrored * sunny).sum(1, keepdim=True) - 1))
    above = above + lamps.key * (glow + indoors * (1 - lamps.night) * boxes + (1 - indoors) * cloud)
    below = lamps.earth * 1.1 + lamps.horizon * 0.10
    return _blend(below, above, (0.5 + up / (0.10 + s.rough)).clamp(0, 1))


def _beyond(g: Tensor, lamps: _Lamps) -> Tensor:
    """Light from a surface that is mirrored, or seen through glass, for a colour of one: scattered, or its own."""
    behind, colour = g[:, 29:32], g[:, 26:29].square().clamp(max=1)
    fill = _blend(lamps.earth, lamps.sky, 0.5 + 0.5 * lamps.over(behind))
    fill = fill * (BEHIND / (1 - BOUNCED * (1 - BEHIND) * colour))
    key = (behind * lamps.towards).sum(1, keepdim=True).clamp(0, 1) * (1 - g[:, 39:40]).clamp(0, 1)
    rim = (behind * lamps.beside).sum(1, keepdim=True).clamp(0, 1)
    scattered = fill + lamps.key * key + lamps.rim * (0.35 * BEHIND * rim)
    shone = 24 * g[:, 40:41].square() / colour.amax(1, keepdim=True).clamp(min=_TINY)
    return scattered * (1 - shone).clamp(min=0) + shone


def _guesses(
    g: Tensor, s: _Surface, lamps: _Lamps, met: tuple[_Met, _Met], air: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """First guesses of D, T and S, before exposure, √lit, and what shares of the three a hollow could lose.

    `met` are key and rim, `air` is what haze lets pass.
    """
    key, rim = met
    seen, closed = (1 - g[:, 33:34]).clamp(0, 1), g[:, 38:39].clamp(0, 1)
    wrap = 0.45 * s.wax + 0.25 * s.sheen
    lit = ((key.cosine + wrap) / (1 + wrap)).clamp(0, 1) * torch.maximum(seen, 0.3 * s.wax)
    warm = 1 + s.wax * (1 - s.sheen) * (s.root.sqrt() - 1)
    fill = _blend(lamps.earth, lamps.sky, 0.5 + 0.5 * lamps.over(s.normal))
    direct = lamps.key * lit
    body = direct * warm + fill + lamps.rim * (0.35 * rim.cosine.clamp(0, 1))
    away = 1 - s.facing.clamp(0, 1)
    fuzz = s.sheen * away.square() * away.sqrt() / s.root.clamp(min=0.1)
    soft = 0.30 * (0.5 + 0.5 * rim.cosine).clamp(0, 1)
    down = 0.45 * fill + 0.18 * direct + lamps.rim * soft
    dull = (1 - s.metal) * (1 - s.clear)

    alpha = (s.rough * s.rough).clamp(min=0.002)
    spark = lamps.key * (seen * key.highlight(s.facing, alpha, lamps.radius))
    side = lamps.rim * rim.highlight(s.facing, alpha, RIM)
    glaze = lamps.key * (seen * key.highlight(s.facing, torch.full_like(alpha, COAT), lamps.radius))
    around = _around(s, lamps)
    scale, bias = _mirror(s)
    grey = 0.04 * (1 - s.metal)
    polish = s.coat * (0.036 + 0.864 * s.edge)

    there = (g[:, 32:33] > 0).float()
    beyond = _beyond(g, lamps) * there
    pane = (s.clear > 0.5).float()
    tint = s.root ** (1.1 / s.facing.clamp(0.25, 1))
    through = tint * (pane * s.clear * 0.95 * (1 - s.edge))
    shown = there * (1 - pane)  # a second surface is mirrored, not seen through glass
    backdrop = _blend(lamps.horizon, lamps.zenith, (g[:, 37:38] - 0.1).clamp(0, 1))

    bare = around * (1 - shown)
    d = (
        dull * body
        + fuzz * down
        + s.metal * (bare * scale + spark * (1 - key.glance) + side * (1 - rim.glance))
    )
    t = beyond * (through + (1 - pane) * ((grey + s.root.square() * s.metal) * scale + bias + polish))
    shine = bare * (grey * scale + bias + polish) + spark * (grey * (1 - key.glance) + key.glance)
    shine = shine + side * (grey * (1 - rim.glance) + rim.glance)
    shine = shine + glaze * (s.coat * (0.04 + 0.96 * key.glance)) + backdrop * (through * (1 - there))
    clear = air * s.solid
    haze = s.solid - clear
    sky = backdrop * (1 - s.solid) + lamps.horizon * (0.92 * haze)
    d, t, shine = d * clear, t * clear, shine * clear + sky

    veiled, dark = MIRROR * closed, 1 - (1 - closed) / (1 - BOUNCED * s.root.square().clamp(max=1) * closed)
    side = side * closed
    lost_d = dull * (fill * dark + lamps.rim * (0.35 * rim.cosine.clamp(0, 1) * closed))
    lost_d = lost_d + fuzz * (0.45 * fill * dark + lamps.rim * (soft * closed))
    lost_d = lost_d + s.metal * (bare * scale * veiled + side * (1 - rim.glance))
    lost_t = beyond * ((1 - pane) * veiled * ((grey + s.root.square() * s.metal) * scale + bias))
    lost_s = bare * ((grey * scale + bias) * veiled) + side * (grey * (1 - rim.glance) + rim.glance)
    pairs = ((lost_d, d), (lost_t, t), (lost_s, shine))
    hollow = torch.cat([_lost(lost * clear, of) for lost, of in pairs], 1)
    return d, t, shine, lit.sqrt(), hollow


def _lost(lost: Tensor, of: Tensor) -> Tensor:
    """Which share of a root of light [b 1 n] is gone when `lost` [b 3 n] goes of the light."""
    share = lost.sum(1, keepdim=True) / of.sum(1, keepdim=True).clamp(min=1e-3)
    return 1 - (1 - share).clamp(_TINY, 1).sqrt()


def _shade_rows(g: Tensor, light: Tensor) -> Tensor:
    """`Shading.planes` [b 39 n] from guides [b 41 n] and the light as [b k 1]."""
    lamps, s = _Lamps.of(light), _Surface.of(g)
    key, rim = _Met.of(s, lamps.towards), _Met.of(s, lamps.beside)
    air = torch.exp(-lamps.fog.clamp(min=0) * (4 / g[:, 3:4].clamp(0.02, 1) - 4))
    width = (s.rough * s.rough + 0.5 * lamps.radius).clamp(0.03, 1).square()
    lobe = (width / (key.half.square() * (width - 1) + 1)).square() * s.solid
    d, t, shine, lit, hollow = _guesses(g, s, lamps, (key, rim), air)
    guesses = (torch.cat([d, t, shine], 1) * lamps.exposure).clamp(min=0).sqrt()
    behind = (g[:, 29:32] * lamps.towards).sum(1, keepdim=True)
    glance = 2 * s.facing * key.cosine - key.against
    features = [
        key.cosine,
        lit,
        s.facing,
        glance,
        lobe,
        s.edge * s.solid,
        rim.cosine,
        behind,
        s.mirrored,
        guesses,
    ]
    glow = g[:, 18:21].square() * (24 * lamps.exposure * air)
    things = g[:, 8:9].clamp(0, 1)
    shares = [things, s.solid - things, 1 - s.solid]
    rest = [g[:, 9:12].square(), g[:, 26:29].square(), glow, g[:, 21:25], *shares, hollow]
    return torch.cat([*features, *rest], 1)


def _edges(planes: Tensor, guides: Tensor) -> Tensor:
    """The planes, with light on edges that follows from the light on either side of them.

    There a pixel's mean normal, stuffs and depth are those of no surface, and a product of means is no mean product.
    Features and S become the means of the whole pixels around; D and T what makes base·D and second·T such means, but
    never more than any of these pixels has, so that what is thinner than a pixel stays what it is.
    """
    h, w = guides.shape[-2:]
    solid = (guides[:, 8:9] + guides[:, 34:35]).clamp(0, 1)
    whole = guides[:, 0:3].square().sum(1, keepdim=True) >= MIXED * MIXED
    whole = (whole | (solid < 1e-3)).float()
    planes = planes.unflatten(2, (h, w))
    bent, shine, colours = planes[:, 11:17].square(), planes[:, 17:20].square(), planes[:, 20:26]
    rows = torch.cat([planes[:, :11], shine, bent * colours, torch.ones_like(whole)], 1) * whole
    near = F.avg_pool2d(rows, 3, 1, 1, divisor_override=1)
    mean = near[:, :-1] / near[:, -1:].clamp(min=1)
    most = F.max_pool2d(bent * whole, 3, 1, 1)
    even = (mean[:, 14:20] / colours.clamp(min=1e-4)).minimum(most)
    mended = torch.cat([mean[:, :11], even.sqrt(), mean[:, 11:14].sqrt(), planes[:, FEATURES:]], 1)
    return torch.where((whole == 0) & (near[:, -1:] > 0), mended, planes).flatten(2)


def _blended(each: Tensor) -> Tensor:
    """The planes [m 39] of pixels from those of their samples [m 4 39], so that the light of these adds up.

    What is said of a pixel is the mean of what is said of them, but for D and T: these are what makes base·D and
    second·T the mean of the samples' own. What a hollow could lose counts by the light that it would be lost of.
    """
    out = each.mean(1)
    bent, colours = each[..., 11:17].square(), each[..., 20:26] + _TINY
    out[:, 11:17] = ((bent * colours).mean(1) / colours.mean(1)).sqrt()
    out[:, 17:20] = each[..., 17:20].square().mean(1).sqrt()
    lights = torch.cat([bent * colours, each[..., 17:20].square()], 2)
    light = lights.unflatten(2, (3, 3)).sum(3) + _TINY
    kept = ((1 - each[..., 36:39]).square() * light).sum(1) / light.sum(1)
    out[:, 36:39] = 1 - kept.sqrt()
    return out


@torch.no_grad()
def shade(
    guides: Float[Tensor, "b c h w"], light: Float[Tensor, "b k"], edges: Edges | None = None
) -> Shading:
    """What normals, view rays, stuffs and the light vector say of every pixel; zeros give zeros, nothing is NaN.

    It is the network's own sum, not a guide: no opening to the sky, no bounce and no true surroundings are in it.
    Where `edges` cross pixels their samples are shaded one by one; where none are told, see `_edges`.
    """
    h, w = guides.shape[-2:]
    with torch.autocast(guides.device.type, enabled=False):
        rows = guides.float().flatten(2)
        planes = _edges(in_cache(_shade_rows, rows, light.float()[:, :, None]), guides.float())
        if edges is not None and len(edges.at):
            picture, row, column = edges.at.unbind(1)
            samples = edges.samples.float().flatten(0, 1)[:, :, None]
            each = _shade_rows(samples, light.float()[picture.repeat_interleave(SAMPLES)][:, :, None])
            planes[picture, :, row * w + column] = _blended(each[..., 0].unflatten(0, (-1, SAMPLES)))
        return Shading(planes, h, w)
