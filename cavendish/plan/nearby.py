"""Common words the world has no shape for, under the nearest thing it can draw: the answer always says so."""

from cavendish.plan.kinds import plural

NEAR_KINDS: dict[str, str] = {
    "cup": "hot chocolate|cocoa|tankard|beaker|tumbler|coffee|tea|espresso|latte|cappuccino|chai|matcha|stein|"
    "toothbrush holder",
    "bottle": "flacon|beer|soda|shampoo|cola|whiskey|whisky|champagne|thermometer|salt shaker|pepper mill|"
    "pepper shaker|spray can|lighter",
    "vase": "vase of flowers|vase with flowers|carafe|amphora|decanter|flowerpot|planter|bust|hourglass|"
    "pitcher|ewer",
    "wine glass": "champagne glass|cocktail|martini|cocktail glass|champagne flute|wine|lemonade|smoothie|"
    "milkshake|juice",
    "bowl": "bowl of fruit|bowl of soup|bowl of rice|bowl of noodles|bowl of cereal|soup|pond|stew|ramen|"
    "noodles|pasta|spaghetti|rice|cereal|curry",
    "book": "magazine|dictionary|bible|diary|journal|comic|album|folder|binder|envelope|letter|newspaper|"
    "map|eraser|chocolate bar|passport|cards|card|paper|document|clipboard|note|sticky note",
    "clock": "timer|compass|sundial|gauge|thermostat|metronome|grandfather clock",
    "umbrella": "sunshade|fan palm",
    "chair": "throne|rocking chair|wheelchair|stairs|fence|stroller|high chair",
    "lamp": "chandelier|floor lamp|spotlight|night light|lampshade|headlight",
    "suitcase": "briefcase|trunk|duffel bag|cooler|toolbox|luggage bag",
    "potted plant": "fern|bonsai|succulent|herb|basil|ivy|leaf|shrub|hedge|seedling|sprout",
    "laptop": "desktop computer|macbook|notebook pc",
    "sign": "street sign|arrow|notice|signpost board|nameplate|chalkboard sign|neon sign|shop sign|cross",
    "poster": "blackboard|whiteboard|chalkboard|advertisement|ad|flyer|calendar|menu|infographic|"
    "card board|bulletin board|logo",
    "gift box": "parcel|package|crate|carton|chest|treasure chest|jewelry box|toy box|block|"
    "lunchbox|shoebox|tissue box|matchbox|music box|soap|cheese|butter",
    "candle": "torch light|incense|lipstick case|cigar|cigarette|chimney",
    "hat": "beanie|sombrero|cowboy hat|baseball cap|bonnet|beret|turban|wig|ufo|flying saucer|straw hat|"
    "bowler hat|party hat",
    "crown": "wreath|diadem|halo|treasure",
    "apple": "kiwi|fruit|fruits|acorn",
    "banana": "plantain|cucumber|zucchini|courgette|pea|pickle|boomerang|snake|hose|rope",
    "orange": "grapefruit|peach fruit|passion fruit|tennis ball|ping pong ball|marble",
    "carrot": "parsnip|turnip|traffic cone|sweet potato",
    "cake": "cupcake|muffin|cheesecake|brownie|pudding|dessert|wedding cake|sushi|lasagna|cakes stand|fudge",
    "donut": "pretzel|tire|tyre|wheel|steering wheel|lifebuoy|wreath ring|cinnamon roll|doughnut hole|"
    "inner tube|scone",
    "pumpkin": "jack o lantern|gourd|potato|onion|garlic|coconut|potatoes|pumpkin pie",
    "mushroom": "fungus|fungi|truffle|champignon|parasol mushroom|button mushroom|jelly|coral|brain",
    "sports ball": "volleyball|baseball|tennis balls|bowling ball|golf ball|rugby ball|bauble|ornament|"
    "christmas ornament|softball|billiard ball|yarn|ball of yarn|disco ball|pearl ball",
    "teddy bear": "plush toy|stuffed animal|plushie|doll|toy|toys|plush|soft toy|gnome|ewok|monster|puppet",
    "dog": "corgi|poodle|labrador|retriever|golden retriever|husky|dachshund|terrier|bulldog|beagle|pug|"
    "dalmatian|shepherd dog|german shepherd|chihuahua|werewolf|animal|animals|pet|pets|doge|greyhound|"
    "dogs breed",
    "cat": "lynx|ocelot|siamese|tabby|tomcat|tabby cat|bobcat|sphinx|feline|siamese cat|persian cat",
    "bird": "parrot|crow|raven|dove|seagull|gull|peacock|canary|hummingbird|toucan|woodpecker|finch|"
    "bat animal|bluebird|magpie|swallow|kingfisher|cardinal bird|blue jay|parakeet|grasshopper|wren",
    "rabbit": "easter bunny|bunny rabbit|kangaroo rat",
    "penguin": "puffin|auk|emperor penguin|cormorant",
    "sheep": "ewe|ram sheep|kid goat|goats|poodle dog",
    "elephant": "mammoth|rhino|rhinoceros|woolly mammoth|elephant calf|armadillo",
    "person": "adult|baby|toddler|teenager|gentleman|people crowd|crowd|couple|friend|mother|father|mom|"
    "dad|mum|grandmother|grandfather|grandma|grandpa|son|daughter|brother|sister|wife|husband|king|"
    "queen|prince|princess|knight|soldier|doctor|nurse|teacher|student|chef|cook|farmer|policeman|"
    "police officer|firefighter|pilot|sailor|pirate|cowboy|ninja|samurai|wizard|witch|fairy|angel|elf|"
    "superhero|hero|clown|dancer|ballerina|singer|musician|actor|actress|model|artist|painter|writer|"
    "athlete|player|bride|groom|astronaut|scientist|worker|businessman|businesswoman|tourist|hiker|"
    "surfer|skier|runner|monk|nun|priest|detective|spy|vampire|zombie|ghost|mermaid|hand|hands|face|"
    "head|hair|mannequin|toy soldier|barista|character|human|humans|viking|judge|waiter|thief|skeleton|"
    "santa|santa claus|warrior|mechanic|jogger|gardener|shepherd|fisherman|goddess|god|cyclist",
    "car": "taxi cab|cab|suv|limousine|convertible|sports car|race car|racing car|jeep|vehicle|vehicles|"
    "hatchback|ferrari|porsche|beetle car|minivan|coupe|police car|go kart|golf cart|tank|cart|wagon|"
    "carriage|roadster|tesla|mini cooper|vintage car|pram|vacuum cleaner|iron appliance|rickshaw",
    "bus": "van|minibus|camper|camper van|caravan|motorhome|rv|trolleybus|double decker bus|double decker|"
    "campervan|ambulance|shuttle|food truck|ice cream truck|ice cream van|trailer",
    "truck": "fire truck|fire engine|dump truck|tow truck|garbage truck|semi|forklift|delivery truck|crane|"
    "cement mixer|trucks lorry|semi truck|tanker|monster truck|firetruck",
    "train": "tram|subway|metro|streetcar|monorail|trolley|railway|carriage train|bullet train|wagon train|"
    "tube train|roller coaster|cable car",
    "airplane": "biplane|glider|fighter jet|airliner|seaplane|jumbo jet|jet plane|airbus|boeing|"
    "propeller plane|bomber",
    "boat": "yacht|canoe|kayak|ferry|submarine|raft|rowboat|rowing boat|speedboat|cruise ship|gondola|"
    "tugboat|fishing boat|pirate ship|vessel|catamaran|dinghy|battleship|aircraft carrier|paper boat|"
    "jet ski|galleon|ark|tanker ship|motorboat",
    "tree": "birch|maple|willow|forest tree|cherry tree|apple tree|trees forest|bamboo|baobab|"
    "cherry blossom|maple tree|olive tree",
    "house": "hut|villa|mansion|bungalow|apartment|building|buildings|shop|store|hotel|school|museum|"
    "hospital|library building|factory|birdhouse|dollhouse|doghouse|treehouse|station|restaurant|"
    "cafe building|diner|log cabin|bakery|pub|gingerbread house|town|village|chalet|office building|"
    "houses row|architecture|doll house|dog house|tent house|bus stop|market|supermarket|theater|"
    "theatre|cinema|post office|bank|townhouse|pagoda|kiosk",
    "snowman": "snow man|frosty|snow sculpture|yeti|abominable snowman|marshmallow man|matryoshka|"
    "russian doll|nesting doll|bowling pin|buddha|snowwoman",
    "rocket": "missile|space shuttle|satellite|space station|space probe|starship|spaceship rocket|bullet|"
    "torpedo|church tower|spire|lunar lander|firecracker|bomb",
    "robot": "cyborg|droid|mech|r2d2|transformer|terminator|machine|automaton|humanoid|gundam|wall e|c 3po|"
    "coffee machine|blender|mixer|sewing machine|stand mixer|jukebox machine|alien|golem|engine",
    "castle": "palace tower|fort|citadel|sandcastle|sand castle|kremlin|colosseum|taj mahal|ruins|"
    "stronghold|manor|disney castle|chateau|city|skyline|cityscape|stadium|monument|acropolis|"
    "fortified tower|maze",
    "cactus": "aloe|aloe vera|agave|cactus plant|prickly pear|yucca|coral reef|candelabra tree|seaweed|"
    "thistle",
    "couch": "recliner|ottoman|beanbag|futon|chaise longue",
    "bed": "hammock|crib|mattress|bunk bed|cot",
    "dining table": "ping pong table|pool table|round table",
    "toilet": "bidet|urinal",
    "bench": "pew|swing",
    "desk": "workbench table|counter top",
    "stool": "pedestal|tripod|step stool|plinth",
    "shelf": "nightstand|cabinet|cabinetry|cupboard|wardrobe|dresser|ladder|armoire|drawer|locker",
    "pillow": "blanket|sponge|duvet",
    "rug": "towel|tapestry|doormat rug",
    "door": "gate|window|curtain|garage door",
    "bathtub": "jacuzzi|hot tub",
    "tv": "monitor|screen|projector|console|game console|display|flat screen|aquarium",
    "microwave": "toaster oven",
    "oven": "dishwasher|furnace",
    "refrigerator": "safe|filing cabinet|phone booth",
    "hair drier": "drill|power drill",
    "washing machine": "vending machine|gas pump|slot machine|dryer|tumble dryer",
    "fan": "propeller|turbine",
    "computer keyboard": "typewriter|synthesizer",
    "cell phone": "tablet|ipad|kindle|mobile|telephone|calculator|tablet computer|walkie talkie",
    "camera": "scanner|webcam|video camera|camcorder",
    "microphone": "torch|flashlight|megaphone",
    "headphones": "earbuds|stethoscope",
    "radio": "speaker|jukebox|stereo|boombox|cassette player|record player",
    "telescope": "cannon|binoculars|microscope",
    "light bulb": "lamp bulb|idea",
    "fork": "rake|trident",
    "knife": "axe|sword|dagger",
    "spoon": "measuring cup|whisk|spatula",
    "plate": "tray|satellite dish|pottery wheel",
    "jar": "ketchup|dispenser|biscuit tin|jam|honey",
    "teapot": "samovar",
    "kettle": "thermos|coffee pot",
    "pan": "pot|wok|cauldron",
    "basket": "nest|cage|bird cage",
    "sandwich": "sub sandwich|taco|burrito|wrap|panini",
    "broccoli": "salad|lettuce|cabbage|cauliflower|brussels sprout",
    "hot dog": "sausage|bratwurst",
    "pizza": "pie|tart|quiche|flatbread",
    "bread": "baguette|brioche|roll|bun",
    "croissant": "pastry|pastries",
    "cookie": "medal|coin|pancake|pancakes|waffle|macaron|cracker",
    "hamburger": "meatball",
    "egg": "eggshell|easter egg",
    "ice cream": "cone|popsicle|ice lolly|sundae|gelato cone",
    "tomato": "pomegranate|radish|beet|beetroot|persimmon",
    "lemon": "lime|limes|citrus",
    "strawberry": "berry|raspberry|blackberry",
    "pear": "fig|mango|avocado|quince",
    "peach": "plum|papaya",
    "grapes": "blueberry|olive|blueberries|currants|olives",
    "pineapple": "artichoke|pinecone|jackfruit",
    "watermelon": "cantaloupe|honeydew",
    "cherry": "cranberry",
    "pepper": "chili|chili pepper|eggplant|aubergine",
    "corn": "asparagus|wheat",
    "horse": "donkey|mule",
    "cow": "calf|ox|bison|buffalo|yak",
    "giraffe": "okapi",
    "deer": "moose|elk|antelope|gazelle|goat|mountain goat",
    "camel": "llama|alpaca",
    "pig": "boar|tapir|anteater|wild boar",
    "bear": "gorilla|polar bear|otter|beaver|wombat|badger|hippo|hippopotamus",
    "lion": "cougar|puma",
    "monkey": "sloth|orangutan|lemur|baboon",
    "raccoon": "hedgehog|red panda|skunk",
    "fox": "wolf|coyote|jackal|hyena|dingo",
    "tiger": "leopard|panther|cheetah|jaguar",
    "mouse": "hamster|guinea pig|mole|gerbil|chinchilla",
    "fish": "eel|shark|tuna|piranha|clownfish|koi",
    "duck": "goose|platypus|mallard",
    "swan": "stork|heron|pelican",
    "goldfish": "carp|betta fish",
    "shrimp": "lobster|crab|scorpion|crayfish",
    "frog": "tadpole|chameleon",
    "turtle": "lizard|crocodile|alligator|iguana",
    "flamingo": "ostrich|emu|crane bird",
    "whale": "dolphin|seal|sea lion|walrus|manatee|orca|submarine whale",
    "octopus": "jellyfish|squid",
    "chicken": "pigeon|turkey|chick|quail",
    "owl": "eagle|hawk|falcon|vulture",
    "bee": "fly|wasp|mosquito|hornet",
    "butterfly": "dragonfly|fairy wings",
    "ladybug": "insect|beetle|ant|spider|bug|cockroach",
    "snail": "worm|caterpillar|slug",
    "dragon": "phoenix|wyvern|sea dragon",
    "dinosaur": "triceratops|brontosaurus|t rex|godzilla|velociraptor",
    "unicorn": "pegasus",
    "squirrel": "meerkat|ferret|weasel|possum|opossum|gopher",
    "bicycle": "tricycle|unicycle",
    "motorcycle": "snowmobile|atv|quad bike",
    "scooter": "kick scooter|segway",
    "tractor": "lawn mower|lawnmower|bulldozer|excavator|digger|combine harvester",
    "helicopter": "drone",
    "hot air balloon": "parachute|zeppelin|blimp|airship",
    "traffic light": "semaphore",
    "fire hydrant": "fire extinguisher|bollard",
    "stop sign": "road sign|traffic sign",
    "parking meter": "gas meter|water meter",
    "mailbox": "trash can|bin|dustbin|recycling bin",
    "street lamp": "torchiere|lamp post light",
    "frisbee": "hula hoop|cd|record|vinyl record|disc",
    "skis": "sled|sleigh|ski poles",
    "kite": "hang glider|paper plane|paper airplane",
    "baseball bat": "bat|broom|cricket bat|club|pool cue|baton",
    "skateboard": "roller skate|skates|roller skates|rollerblades",
    "tennis racket": "badminton racket|ping pong paddle|fly swatter",
    "paddle": "shovel|hockey stick|golf club|spade",
    "helmet": "hood|mask",
    "tent": "canopy|gazebo|awning|teepee|tipi",
    "balloon": "bubble|balloons balloon",
    "flag": "banner flag",
    "trophy": "chalice|medal cup|grail|award",
    "bell": "doorbell|gong",
    "guitar": "banjo|electric guitar|bass guitar|lute",
    "violin": "cello|harp|double bass",
    "trumpet": "flute|saxophone|trombone|clarinet|horn|tuba",
    "drum": "tambourine|bongo",
    "piano": "accordion|xylophone|organ",
    "backpack": "satchel bag|parachute pack",
    "handbag": "wallet|satchel|tote|tote bag|shopping bag|clutch",
    "tie": "scarf|bow tie|ribbon|belt",
    "sneaker": "sandal|slipper|sandals|high heels|high heel|sneakers sneaker",
    "dress": "coat|jacket|skirt|apron|robe|kimono|wedding dress",
    "ring": "necklace|jewel|jewelry|earring|diamond|gem|gemstone|pearl|pendant",
    "watch": "stopwatch|pocket watch|bracelet",
    "boot": "sock|socks|boots boot|ice skate",
    "glove": "boxing glove|gloves glove",
    "t-shirt": "sweater|pants|jeans|trousers|hoodie|vest|blouse|jumper|shorts",
    "scissors": "pliers|tongs|nail clipper",
    "toothbrush": "toothpaste|comb|hairbrush|razor",
    "pen": "marker|highlighter|syringe|chalk",
    "pencil": "screwdriver|matchstick|match|chopsticks|ruler|paintbrush|brush",
    "key": "padlock",
    "perfume bottle": "lotion|lipstick|nail polish|cologne",
    "painting": "mirror|picture frame|photo frame|frame|mural|artwork|portrait",
    "hammer": "wrench|hatchet|pickaxe",
    "bucket": "watering can|flower bucket",
    "toy blocks": "lego|blocks|bricks",
    "lantern": "candelabra|fire lantern",
    "globe": "sphere|orb|planet|mars|crystal ball|jupiter|saturn",
    "chess piece": "pawn|king piece|chess set",
    "dice": "cube|die|rubik's cube",
    "flower": "bouquet|lily|orchid|daffodil|dandelion|poppy|lavender|carnation|lotus",
    "rose": "peony|camellia",
    "tulip": "crocus",
    "pine tree": "cypress|sequoia|redwood",
    "palm tree": "banana tree|date palm",
    "rock": "brick|iceberg|coal|asteroid|meteor|crystal",
    "mountain": "hill|peak|waterfall|cliff|hills",
    "cloud": "fog cloud|smoke",
    "moon": "half moon shape|eclipse",
    "star": "starfish|sun|spark",
    "log": "trunk tree|stump|tree stump|branch|stick",
    "bonfire": "firework|fireplace|flame|explosion|fireworks",
    "lighthouse": "column|pillar|obelisk|minaret",
    "windmill": "wind turbine|water mill",
    "lattice tower": "skyscraper|big ben|radio tower|transmission tower|burj khalifa",
    "church": "mosque|temple|monastery|abbey|synagogue",
    "barn": "shed|garage|greenhouse|stable|warehouse building",
    "pyramid": "sphinx statue|ziggurat",
    "igloo": "dome",
    "bridge": "arch|viaduct|aqueduct|golden gate bridge",
    "fountain": "statue|sculpture|birdbath",
    "wishing well": "well",
}
NEAR_COLORS: dict[str, str] = {
    "yellow": "blonde|blond",
    "white": "pale|transparent|clear",
}
NEAR_MATERIALS: dict[str, str] = {
    "plastic": "vinyl|silicone|lego|acrylic|resin|foam|inflatable",
    "ceramic": "made of ice|enamel|bone china",
    "stone": "plaster|slate stone|basalt|rocky",
    "metal": "rusty|copper metal|bronze metal|titanium|tinfoil|made of gold|made of silver|made of copper|"
    "golden metal|pewter|nickel",
    "glass": "crystal|ice made|made of crystal|quartz|plexiglass|see through|glassy",
    "wood": "bamboo wood|wicker|cork|rattan|made of bamboo|plywood|oaken",
    "fabric": "silk|satin|linen|denim cloth|yarn made|knit|woven|denim|made of silk|lace|canvas cloth|corduroy|"
    "made of yarn",
    "leather": "suede|leatherette|made of suede",
    "rubber": "latex",
    "fur": "feathery|feathered|furred|woolly|hairy",
}
NEAR_PLACES: dict[str, str] = {
    "studio": "gallery|stage|floor|museum room|warehouse|laboratory|showroom|garage floor|gym|runway|"
    "concrete floor|stairs case",
    "table": "shelf top|windowsill|window sill|bench top|nightstand top|tablecloth|bookshelf top|mantelpiece|altar",
    "meadow": "farm|orchard|vineyard|savanna|savannah|yard|golf course|nature|outdoors|outside|moor|cornfield|"
    "wheat field|landscape",
    "beach": "island|waves|bay|cove|tropical island|sandbox",
    "forest": "swamp|clearing",
    "street": "highway|parking lot|subway station",
    "kitchen": "cutting board|dining room|pantry|bakery",
    "living room": "room|hallway|bathroom|carpeted floor|hotel room|nursery",
    "office": "meeting room|reception",
    "cafe": "restaurant|restaurant table|picnic table|bar|pub table|tea house|diner",
    "lake": "river|lagoon|swimming pool|pool|water|port|canal",
    "desert": "oasis|canyon|steppe",
    "mountains": "valley|cliff|glacier",
    "underwater": "aquarium|abyss",
    "space": "universe|nebula|space station",
}
NEAR_REST: dict[str, dict[str, str]] = {
    "time": {"night": "neon lights|neon|starlight|candlelight|candle light|firelight|stars|northern lights|"
        "dim light",
             "golden hour": "autumn light|hazy light|sun rays|god rays|misty morning|foggy morning|rainbow",
             "noon": "summer day|spring day|blue sky|cloudless sky|winter day|spring|summer"},
    "quality": {"soft": "foggy|misty|cloudy|rainy|snowing|raining|hazy|window light|rain|fog|mist|"
        "ambient light|high key lighting|airy light",
                "hard": "dramatic light|dramatic lighting|dramatic|moody lighting|moody light|spotlighted|"
        "rembrandt lighting|low key lighting|chiaroscuro|chiaroscuro lighting"},
    "mm": {"14": "fisheye|fish eye|fisheye lens|fish eye lens"},
    "look": {"natural": "cartoon|anime|pixel art|drawing|illustration|comic style|"
        "vector art|cyberpunk|steampunk|surreal|abstract|pop art",
             "film": "cinestill|fujicolor|lomography|grainy|super 8|kodachrome|kodak gold|fuji superia|color negative",
             "portra 400": "portra 160|portra 800|kodak portra 160|kodak portra 800",
             "velvia 50": "velvia 100|fuji provia|fujifilm provia|provia|ektachrome|kodak ektachrome|slide film",
             "hp5": "ilford|ilford delta|ilford fp4|fp4|ilford film", "tri-x": "t max|tmax|kodak tmax|kodak t max",
             "vintage": "nostalgic|80s photo|1980s photo|1960s photo", "sepia": "daguerreotype|victorian photo|tintype",
             "polaroid": "instax",
             "oil painting": "watercolor|watercolour|watercolor painting|watercolour painting|impressionist|"
        "impressionism|impressionist painting|van gogh|monet|painterly|acrylic painting|gouache|gouache painting|"
        "impasto|renaissance painting|baroque painting",
             "pencil sketch": "charcoal drawing|charcoal sketch|line art|line drawing|ink drawing|pen and ink|manga|"
        "etching|engraving|drawing of"},
    "size": {"large": "tall|wide|long|fat|thick|grand|chunky|plump",
             "small": "short|thin|slim|compact|narrow|slender",
             "tiny": "microscopic|baby sized|pocket sized", "huge": "colossal|monumental|titanic"},
    "pose": {"lying": "sleeping|asleep|reclining|lounging|fallen|sprawled",
             "sitting": "crouching|kneeling|resting up",
             "standing": "walking|running|jumping|flying|dancing|playing|climbing|riding|driving|swimming|"
        "grazing|grazed|posing"},
    "rel": {"beside": "against|leaning on|leaning against|touching|facing|opposite|along|"
        "across from|towards",
            "on": "riding on", "behind": "beyond|far behind|past",
            "above": "floating above|hovering over|hanging over|flying over|high above",
             "below": "down below"},
}  # fmt: skip


def near_phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """Every such phrase, as lower-case words, with its token's name and the nearest thing's."""
    out: dict[tuple[str, ...], tuple[str, str]] = {}

    def put(text: str, token: str, name: str) -> None:
        out.setdefault(tuple(text.replace("-", " ").split()), (token, name))

    for kind, listed in NEAR_KINDS.items():
        for noun in listed.split("|"):
            put(noun, f"kind:{kind}", kind)
    for kind, listed in NEAR_KINDS.items():
        for noun in listed.split("|"):
            put(plural(noun), f"kinds:{kind}", kind)
            put(noun + "s", f"kinds:{kind}", kind)
    tables = {"color": NEAR_COLORS, "material": NEAR_MATERIALS, "place": NEAR_PLACES, **NEAR_REST}
    for field, table in tables.items():
        for value, listed in table.items():
            for phrase in listed.split("|"):
                put(phrase, f"{field}:{value}", value)
    return out
