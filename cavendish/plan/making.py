"""Words about how a picture is made or praised: noted, never a thing and never unknown."""

import re
from functools import cache

_LISTED = {
    "size": "8k|4k|2k|16k|32k|12k|6k|hd|uhd|hdr|full hd|ultra hd|8k uhd|4k uhd|8k hdr|8k resolution|4k resolution|"
    "high resolution|hi res|hires|high res|ultra high resolution|high definition|ultra high definition|ultra hd 8k|"
    "1080p|720p|1440p|2160p|megapixel|megapixels|high dynamic range|hdri|retina|super resolution|low resolution|"
    "300 dpi|print quality|print ready|pixel perfect|resolution",
    "truth": "photorealistic|photo realistic|photorealism|photo realism|realistic|realism|hyperrealistic|"
    "hyper realistic|hyperrealism|hyper realism|ultra realistic|ultrarealistic|super realistic|lifelike|life like|"
    "true to life|photo real|photoreal|natural looking|believable|real life|raw photo|raw|unedited|candid|"
    "documentary style|documentary|editorial|editorial style|editorial photography|realistically|hyperreal|"
    "extremely realistic|national geographic|vogue|magazine quality|unretouched|authentic",
    "praise": "masterpiece|best quality|high quality|top quality|highest quality|premium quality|quality|premium|"
    "award winning|award winning photo|award winning photography|award winning photograph|prize winning|"
    "trending on artstation|trending on art station|artstation|artstation hq|deviantart|trending|behance|"
    "featured on behance|pinterest|500px|flickr|unsplash|dribbble|pixiv|cgsociety|viral|iconic|epic|epic scene|"
    "beautiful|stunning|gorgeous|lovely|pretty|nice|pleasing|amazing|incredible|breathtaking|awesome|perfect|"
    "charming|cute|adorable|fine|good|great|magnificent|spectacular|wonderful|delightful|exquisite|impressive|"
    "striking|eye catching|visually striking|visually stunning|captivating|mesmerizing|mesmerising|superb|"
    "fantastic|excellent|flawless|professional|professionally|professional photography|professional photo|"
    "high end|world class|hq|uhq|sublime|elegant|aesthetic|aesthetically pleasing|artistic|creative|picturesque|"
    "mind blowing|jaw dropping|insanely detailed|unreal|dreamy|dreamlike|ethereal|whimsical|magical|majestic|"
    "serene|tranquil|peaceful|atmospheric|evocative|timeless|luxurious|sophisticated|tasteful|harmonious|quirky|"
    "playful|vibrant|vivid|colorful|colourful|vivid colors|vivid colours|vibrant colors|vibrant colours|rich colors|"
    "rich colours|saturated colors|saturated colours|bold colors|bold colours|bright colors|bright colours|"
    "vibrant and colorful",
    "mood": "cozy|cosy|calm|quiet|cheerful mood|happy mood|romantic|nostalgic|melancholic|mysterious|lonely|"
    "joyful mood|festive|inviting|relaxing mood|idyllic|enchanting|heartwarming|wholesome|soothing|gloomy|eerie|"
    "spooky|adventurous|lively|bustling|intimate|homely|rustic mood|hopeful|magical mood|charming mood|welcoming",
    "taste": "iced|steaming|freshly baked|freshly made|fresh|delicious|tasty|yummy|homemade|juicy|ripe|crispy|creamy|"
    "mouthwatering|appetizing|appetising|savory|savoury",
    "detail": "highly detailed|detailed|ultra detailed|hyper detailed|hyperdetailed|extremely detailed|"
    "intricate details|intricate|intricate detail|intricately detailed|very detailed|super detailed|fine details|"
    "fine detail|rich detail|rich details|sharp details|crisp details|detailed texture|detailed textures|"
    "high detail|highest detail|max detail|maximum detail|incredible detail|fine texture|fine textures|"
    "highly textured|detail|details|texture|textures|sharp|sharp focus|razor sharp|tack sharp|in focus|crisp|"
    "crisp focus|crystal clear|ultra sharp|super sharp|clean lines|smooth|highres|absurdres|4k textures|"
    "skin texture|visible pores|freckles visible|film still quality|ultra fine detail|ultrafine detail",
    "engine": "unreal engine|unreal engine 5|unreal engine 4|ue5|octane render|octane|octane rendering|vray|v ray|"
    "redshift render|redshift|arnold render|arnold renderer|blender render|cycles render|cinema 4d|c4d|"
    "houdini|zbrush|maya|keyshot|lumion|corona render|ray tracing|ray traced|raytracing|raytraced|path tracing|"
    "path traced|global illumination|ambient occlusion|subsurface scattering|physically based rendering|pbr|"
    "volumetric lighting|volumetric light|volumetrics|volumetric fog|volumetric|unity engine|unity|cryengine|"
    "cgi|3d render|3d rendering|3d rendered|3d model|3d art|3d|render|rendered|rendering|digital art|"
    "digital painting|concept art|matte painting|vfx|ssao|nvidia rtx|rtx|post processing|postprocessing|"
    "color grading|colour grading|color correction|photoshop|photoshopped|lightroom|midjourney|stable diffusion|"
    "dall e|ai generated|reflections|realistic shading|soft shading|cel shading|cel shaded",
    "camera": "canon|nikon|sony|leica|fujifilm|fuji|hasselblad|phase one|pentax|olympus|panasonic|lumix|rolleiflex|"
    "mamiya|contax|arri|arri alexa|alexa|red camera|imax|gopro|shot on iphone|iphone photo|smartphone photo|dslr|slr|"
    "mirrorless|full frame|medium format|large format|canon eos|canon eos r5|canon eos 5d|canon 5d|canon 5d mark iv|"
    "canon r5|eos r5|eos 5d|nikon d850|nikon d750|nikon z9|nikon z7|sony a7|sony a7iii|sony a7r|sony a7r iv|"
    "sony alpha|leica m|leica m6|leica m10|leica q2|fujifilm xt4|fuji xt4|fujifilm gfx|hasselblad x1d|"
    "panavision|anamorphic|anamorphic lens|prime lens|zoom lens|zeiss|zeiss lens|sigma lens|sigma art|g master|"
    "handheld|long exposure|short exposure|multiple exposure|double exposure|exposure|well exposed|"
    "perfect exposure|perfectly exposed|shutter speed|fast shutter|slow shutter|aperture|wide aperture|iso|high iso|"
    "low iso|white balance|tilt shift|tilt shift photography|lens flare|lens flares|chromatic aberration|vignette|"
    "vignetting|motion blur|freeze frame|time lapse|timelapse|"
    "drone photography|polarizing filter|nd filter|depth of field|dof|zoomed in|zoomed out|zoom|"
    "action shot|glamour shot|hero shot|selfie|mugshot|hdr photo|photo by|street photography|"
    "fashion photography|food photography|wildlife photography|landscape photography|nature photography|"
    "portrait photography|architectural photography|night photography|studio photography|studio portrait|"
    "interior photography|sports photography|commercial photography|advertising photography|studio quality|"
    "product photography|lifestyle photography|astrophotography|infrared photography|light painting|cyanotype",
    "composition": "rule of thirds|golden ratio|golden spiral|leading lines|symmetrical|symmetrical composition|"
    "symmetry|perfect symmetry|asymmetrical composition|balanced composition|perfect composition|centered|centred|"
    "centered composition|central composition|centred composition|negative space|copy space|white space|"
    "dynamic composition|dynamic pose|dynamic angle|dynamic|dutch angle|tilted frame|over the shoulder|"
    "over the shoulder shot|point of view|pov|first person view|half body|"
    "upper body|cowboy shot|two shot|tight framing|framing|well composed|clean composition|simple composition|"
    "minimalist composition|composition|minimalist|minimal|minimalistic|minimalism|intricate composition|"
    "layered composition|foreground interest|frame within a frame|diagonal composition|fill the frame|perspective|"
    "one point perspective|two point perspective|forced perspective|vanishing point|uncluttered|clean|immersive",
    "light": "fill light|three point lighting|three point light|butterfly lighting|"
    "loop lighting|split lighting|beauty lighting|perfect lighting|professional lighting|dynamic lighting|"
    "beautiful lighting|beautiful light|natural light|natural lighting|available light|"
    "practical lights|practical lighting|good lighting|atmospheric lighting|atmospheric light|mood lighting|"
    "ring light|light leaks|light leak|light rays|light particles|dust motes visible|dust motes|"
    "dust particles|sparkles|glow|glowing light|bloom|specular highlights|highlights|high contrast|low contrast|"
    "contrast|deep shadows|long shadows|dramatic shadows|dramatic composition|color harmony|colour harmony|"
    "complementary colors|complementary colours|color palette|colour palette|color scheme|colour scheme|"
    "bright lighting|realistic lighting|cool lighting|lens glow|highly lit",
    "manner": "wallpaper|desktop wallpaper|phone background|screensaver|stock photo|stock image|stock photography|"
    "toy photography|poster style|magazine cover style|album cover style|book cover style|clip art|clipart|"
    "sticker style|icon style|logo style|print|art print|fine art|fine art photography|fine art print|"
    "contemporary|modern art|modern style|art style|illustration style|storybook style|storybook|picture book style|"
    "fantasy art|fantasy style|sci fi style|scifi style|retro futuristic|retrofuturistic|vaporwave|synthwave|"
    "solarpunk|dieselpunk|cottagecore|dark academia|gothic style|art deco style|art nouveau|art nouveau style|"
    "bauhaus|bauhaus style|cubist|cubism|surrealism|surrealist|hyper surreal|expressionism|expressionist|pointillism|"
    "minimalist style|flat design|line drawing style|claymation|stop motion|stop motion style|studio ghibli|ghibli|"
    "studio ghibli style|ghibli style|pixar|pixar style|disney|disney style|disney pixar style|dreamworks style|"
    "wes anderson|wes anderson style|tim burton style|greg rutkowski|artgerm|alphonse mucha|wlop|loish|rossdraws|"
    "makoto shinkai|beeple|annie leibovitz|ansel adams|steve mccurry|norman rockwell|simon stalenhag",
}  # fmt: skip
NOTED_WORDS = "|".join(_LISTED.values())
"""Words about making that no plan can hold."""

NEGATIVE_WORDS = (
    "cartoon|cartoons|cartoonish|cartoony|illustration|illustrations|cgi|3d|3d render|3d renders|render|anime|manga|"
    "drawing|drawings|sketch|painting|comic|overexposed|over exposed|underexposed|under exposed|overexposure|"
    "watermark|watermarks|watermarked|text|words|letters|lettering|writing|caption|captions|subtitles|logo|logos|"
    "signature|signatures|username|copyright|border|borders|frame|frames|blur|blurry|blurred|out of focus|noise|"
    "noisy|grain|grainy|pixelated|pixelation|compression artifacts|jpeg artifacts|jpeg artefacts|artifacts|artefacts|"
    "low quality|worst quality|bad quality|normal quality|lowres|low res|low resolution|oversaturated|over saturated|"
    "oversaturation|saturated|desaturated|distorted|distortion|deformed|disfigured|mutated|mutation|mutilated|ugly|"
    "duplicate|duplicates|cropped|cut off|out of frame|bad anatomy|bad proportions|bad hands|bad composition|"
    "extra fingers|extra limbs|extra arms|extra legs|extra hands|missing fingers|missing limbs|missing arms|"
    "missing legs|fused fingers|malformed|malformed limbs|malformed hands|poorly drawn|poorly drawn hands|"
    "poorly drawn face|poorly drawn feet|long neck|cloned face|gross proportions|nsfw|nude|nudity|gore|blood|"
    "violence|plastic skin|airbrushed|smooth skin|doll like|waxy|fake|artificial|unrealistic|amateur|boring|dull|"
    "clutter|cluttered|distractions|distracting elements|harsh shadows|glare|reflections|lens flare|vignette|"
    "vignetting|chromatic aberration|hdr|filters|filter|makeup|sepia|monochrome|black and white|grayscale|greyscale|"
    "crowd|crowds|people|humans|faces|hands|error|errors|typos|misspellings|bad art|beginner|tiling|watercolor|"
    "pixel art|low poly|photo|photograph|realism|photorealism|realistic"
)
"""What people ask pictures not to be, often as a list behind one "no"."""

MARKS = (
    r"<[a-z]+:[^<>\s]{1,60}>|:\d(?:\.\d+)?(?=\s*\))"
    r"|\b1\s?/\s?\d{2,5}(?:\s?(?:s|sec|secs|second|seconds)\b)?|\biso\s?-?\s?\d{2,6}\b"
    r"|\b\d{1,4}(?:\.\d+)?\s?-?\s?(?:megapixels?|mp|dpi|ppi|fps|bits?|k|p|kelvin|ev|px)\b"
    r"|(?<![\w-])--(?!no\b|ar\b|aspect\b)[a-z]+(?:[ =](?:[\d.:]+\b|raw\b|scenic\b|cute\b|expressive\b))?"
    r"|\b(?-i:BREAK)\b"
)
"""Marks of other makers of pictures: weights, flags, film speeds, seconds of exposure, sizes in pixels."""


_PHOTOGRAPHIC = re.compile(
    r"\b(?:photo\w*|photograph\w*|realis\w*|realistic\w*|\w*realistic|portrait|headshot|selfie|dslr|candid|"
    r"\d{2,3}\s?mm|f/\d\S*|iso\s?\d+|canon|nikon|leica|hasselblad|kodak|fujifilm|portra)\b",
    re.IGNORECASE,
)


def wants_photograph(prompt: str) -> bool:
    """Whether the words ask for a photograph rather than for any picture."""
    return _PHOTOGRAPHIC.search(prompt) is not None


@cache
def noted_phrases() -> frozenset[str]:
    """Every phrase about making, as lower-case words without hyphens."""
    return _phrases(NOTED_WORDS)


@cache
def negative_phrases() -> frozenset[str]:
    """Every phrase that lists of what to avoid go on with, as lower-case words without hyphens."""
    return _phrases(NEGATIVE_WORDS)


def plain(text: str) -> str:
    """The words of a text in lower case, as tables have them."""
    return " ".join(text.lower().replace("-", " ").replace("’", "'").split())


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.replace("-", " ").split()) for phrase in listed.split("|"))
