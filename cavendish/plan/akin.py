"""Nouns the library has no shape for, under the kind that a person would let stand for them, and no others.

A word is listed under a kind when it names a sort of it (a corgi is a dog), what it is a sort of (a fruit), or
something of the same build, use and size that a picture could show by it (a goblet, a cup with a stem). That two are
only round, long or alike in spelling is no ground: a potato is no pumpkin. What has no such kind is named as missing.
"""

AKIN: dict[str, str] = {
    "cup": "hot chocolate|cocoa|tankard|beaker|tumbler|coffee|tea|espresso|latte|cappuccino|chai|matcha|stein|"
    "tea bowl|demitasse|beer mug|travel mug|iced coffee|iced latte",
    "bottle": "flacon|beer|shampoo|whiskey|whisky|champagne|vial|phial|canteen|wine bottles|olive oil|soy sauce|"
    "ketchup bottle|potion|rum|vodka|gin|milk bottle|lotion bottle|pump bottle|spray bottle|baby bottle|sunscreen|"
    "dropper bottle|thermos flask|thermos|shaker bottle",
    "vase": "vase of flowers|vase with flowers|carafe|amphora|decanter|pitcher|ewer",
    "wine glass": "champagne glass|cocktail|martini|cocktail glass|champagne flute|wine|lemonade|"
    "smoothie|milkshake|juice|mojito|margarita|drinking glass|shot glass|pint glass|tumbler glass|champagne coupe|"
    "orange juice|apple juice|glass tumbler|snifter",
    "bowl": "bowl of fruit|bowl of soup|bowl of rice|bowl of noodles|bowl of cereal|soup|stew|ramen|noodles|pasta|"
    "spaghetti|rice|cereal|curry|porridge|oatmeal bowl|mortar|mixing bowl|tureen|chili con carne|pho|risotto|"
    "macaroni|penne|broth|oatmeal porridge|granola",
    "book": "magazine|dictionary|bible|diary|journal|comic|album|folder|binder|passport|notepad|sketchbook|"
    "encyclopedia|atlas|cookbook|ledger|planner|photo album|greeting card|card|invitation card|hymnal|spellbook|"
    "grimoire|comic book|scrapbook|logbook|novella|picture book|exercise book|guest book",
    "clock": "timer|stopwatch clock|sundial|gauge|thermostat|metronome|grandfather clock|cuckoo clock|wall clock|"
    "barometer|compass|pocket compass",
    "umbrella": "sunshade|beach umbrella",
    "chair": "throne|rocking chair|wheelchair|high chair|office chair|deck chair|folding chair|lawn chair|"
    "desk chair|dining chair|swivel chair|gaming chair|director's chair",
    "lamp": "floor lamp|night light|lampshade|reading lamp|bedside lamp|standing lamp|lava lamp",
    "suitcase": "briefcase|trunk|duffel bag|toolbox|luggage bag|carry on|attache case|attaché case|valise",
    "potted plant": "fern|bonsai|succulent|herb|basil|ivy|hedge|seedling|monstera|rubber plant|snake plant|spider "
    "plant|peace lily|aspidistra|shrub|sprout|flowerpot|planter|plant pot|parsley|mint plant|rosemary|thyme|herbs",
    "laptop": "macbook|notebook pc|chromebook|ultrabook|netbook",
    "sign": "street sign|notice|signpost board|nameplate|chalkboard sign|shop sign|notice board|"
    "direction sign|sandwich board|a board",
    "poster": "blackboard|whiteboard|chalkboard|advertisement|ad|flyer|calendar|menu|infographic|bulletin board|"
    "leaflet|brochure|certificate|diploma|pinboard|corkboard|wanted poster|movie poster",
    "gift box": "parcel|package|crate|carton|chest|treasure chest|jewelry box|jewellery box|toy box|lunchbox|shoebox|"
    "tissue box|matchbox|music box|casket box|lunch box|jewel box|"
    "delivery box|storage box|chocolate box|box of chocolates|shipping box|parcels",
    "candle": "torch light|tea light|tealight|taper|votive",
    "hat": "beanie|sombrero|cowboy hat|baseball cap|bonnet|beret|turban|straw hat|bowler hat|party hat|sun hat|"
    "panama hat|fez|trilby|santa hat|witch hat|wizard hat|chef hat|bobble hat|sunhat",
    "crown": "diadem",
    "apple": "fruit|fruits|crab apple|crabapple",
    "banana": "plantain",
    "orange": "grapefruit|tangelo|pomelo|satsuma|kumquat|blood orange",
    "carrot": "parsnip",
    "cake": "cupcake|muffin|cheesecake|pudding|dessert|wedding cake|sponge cake|layer cake|"
    "bundt cake|brownie|torte|tiramisu|pavlova|fruitcake",
    "donut": "cinnamon roll|doughnut hole|cruller|glazed doughnut",
    "pumpkin": "jack o lantern|gourd|butternut squash",
    "mushroom": "fungus|fungi|truffle mushroom|champignon|parasol mushroom|button mushroom|porcini|chanterelle|"
    "fly agaric|portobello",
    "sports ball": "volleyball|baseball|tennis ball|tennis balls|bowling ball|golf ball|rugby ball|softball|"
    "billiard ball|cricket ball|ping pong ball|handball|bouncy ball|ball of yarn|disco ball|bauble|"
    "christmas ornament|christmas bauble|medicine ball|exercise ball|yarn ball",
    "teddy bear": "plush toy|stuffed animal|plushie|soft toy|cuddly toy|stuffed toy|ewok",
    "dog": "corgi|poodle|labrador|retriever|golden retriever|husky|dachshund|terrier|bulldog|beagle|pug|dalmatian|"
    "shepherd dog|german shepherd|chihuahua|animal|animals|pets|doge|greyhound|spaniel|cocker spaniel|collie|"
    "border collie|sheepdog|sheep dog|rottweiler|doberman|boxer dog|whippet|bloodhound|basset hound|mastiff|"
    "great dane|saint bernard|st bernard|shiba inu|shiba|akita|pomeranian|yorkie|yorkshire terrier|maltese|shih tzu|"
    "schnauzer|setter|pointer dog|pitbull|pit bull|mutt|mongrel|labradoodle|pup|puppies|foxhound|samoyed|malamute|"
    "jack russell|french bulldog|boston terrier|guide dog|sausage dog|lapdog|watchdog|foxhounds",
    "cat": "lynx|ocelot|siamese|tabby|tomcat|tabby cat|bobcat|feline|siamese cat|persian cat|maine coon|ragdoll cat|"
    "calico|calico cat|bengal cat|sphynx|house cat|housecat|kitty cat|ginger cat|tuxedo cat|wildcat|caracal|serval",
    "bird": "parrot|crow|raven|dove|seagull|gull|canary|hummingbird|toucan|woodpecker|finch|bluebird|magpie|swallow|"
    "kingfisher|cardinal bird|parakeet|wren|macaw|cockatoo|budgie|budgerigar|starling|thrush|blackbird|"
    "nightingale|lark|goldfinch|chickadee|cuckoo|oriole|jay|swift bird|tit|great tit|warbler|jackdaw|rook bird|"
    "lovebird|cockatiel|sandpiper|plover|tern|albatross|bullfinch|birdie|pigeon bird|robins",
    "rabbit": "easter bunny|bunny rabbit|jackrabbit|chinchilla rabbit",
    "penguin": "puffin|auk|emperor penguin|king penguin",
    "sheep": "ewe|ram sheep",
    "elephant": "mammoth|woolly mammoth|elephant calf|mastodon",
    "person": "adult|baby|toddler|teenager|gentleman|people crowd|crowd|couple|friend|mother|father|mom|dad|mum|"
    "grandmother|grandfather|grandma|grandpa|son|daughter|brother|sister|wife|husband|king|queen|prince|princess|"
    "knight|soldier|doctor|nurse|teacher|student|chef|cook|farmer|policeman|police officer|firefighter|pilot|sailor|"
    "pirate|cowboy|ninja|samurai|wizard|witch|fairy|angel|elf|superhero|hero|clown|dancer|ballerina|singer|musician|"
    "actor|actress|model|artist|painter|writer|athlete|player|bride|groom|astronaut|scientist|worker|businessman|"
    "businesswoman|tourist|hiker|surfer|skier|runner|monk|nun|priest|detective|spy|vampire|zombie|mermaid|mannequin|"
    "toy soldier|barista|character|human|humans|viking|judge|waiter|thief|santa|santa claus|warrior|mechanic|jogger|"
    "gardener|shepherd|fisherman|goddess|god|cyclist|gnome|garden gnome|dwarf|goblin|orc|troll|hobbit|leprechaun|"
    "doll|puppet|hunter|archer|gladiator|merchant|blacksmith|librarian|professor|coach trainer|lawyer|engineer|"
    "architect|plumber|carpenter|electrician|baker|butcher|florist|tailor|photographer|journalist|passenger|"
    "pedestrian|neighbor|neighbour|uncle|aunt|cousin|nephew|niece|twin|family|families|team|audience|villager|peasant|"
    "nobleman|emperor|pharaoh|bodyguard|lifeguard|skater|swimmer|boxer|wrestler|golfer|climber|explorer|traveler|"
    "traveller|backpacker|camper person|diver|scuba diver|gymnast|cheerleader|dj|guitarist|drummer|pianist|violinist|"
    "conductor|magician|sorcerer|sorceress|druid|demon|devil|nymph|santa's elf|scarecrow|statue|sculpture",
    "car": "taxi cab|cab|suv|limousine|convertible|sports car|race car|racing car|jeep|vehicle|vehicles|hatchback|"
    "ferrari|porsche|beetle car|minivan|coupe|police car|roadster|tesla|mini cooper|vintage car|lamborghini|mustang|"
    "station wagon|muscle car|supercar|electric car|hot rod|rally car|mercedes|bmw|audi|volkswagen|fiat|limo|cadillac",
    "bus": "van|minibus|camper|camper van|caravan|motorhome|rv|trolleybus|double decker bus|double decker|campervan|"
    "ambulance|shuttle bus|food truck|ice cream truck|ice cream van|tour bus|delivery van",
    "truck": "fire truck|fire engine|dump truck|tow truck|garbage truck|semi|delivery truck|cement mixer|trucks lorry|"
    "semi truck|tanker|monster truck|firetruck|18 wheeler|pickup|big rig|tipper truck|moving truck",
    "train": "tram|subway train|streetcar|monorail|trolley car|railway|carriage train|bullet train|wagon train|"
    "tube train|freight train|steam locomotive|toy train|model train|high speed train|metro train",
    "airplane": "biplane|glider|fighter jet|airliner|seaplane|jumbo jet|jet plane|airbus|boeing|propeller plane|bomber|"
    "warplane|private jet|cessna|spitfire|passenger plane|toy plane|model airplane|jetliner",
    "boat": "yacht|canoe|kayak|raft|submarine|ferry|rowboat|rowing boat|speedboat|cruise ship|gondola|"
    "tugboat|fishing boat|pirate ship|vessel|"
    "catamaran|dinghy|battleship|galleon|ark|tanker ship|motorboat|schooner|frigate|barge|trawler|lifeboat|steamboat|"
    "viking ship|longship|tall ship|houseboat|toy boat|dhow|sloop|cargo ship|container ship|sailboats",
    "tree": "birch|maple|willow|forest tree|cherry tree|apple tree|trees forest|baobab|cherry blossom|maple tree|"
    "olive tree|oak sapling|elm|beech|poplar|chestnut tree|lemon tree|orange tree|sapling|birch tree|willow tree|"
    "fruit tree|ash tree|linden|acacia|magnolia tree|sycamore|aspen|cherry blossom tree",
    "house": "hut|villa|mansion|bungalow|apartment building|building|buildings|shop|hotel|school|dollhouse|"
    "doghouse|treehouse|birdhouse|restaurant building|log cabin|bakery building|pub building|gingerbread house|chalet|"
    "office building|houses row|doll house|dog house|kiosk|townhouse|tree house|shack|cabin in the woods|farm house|"
    "school building|inn|tavern|manor house|country house|beach house|lake house|tiny house|shopfront|toy house",
    "snowman": "snow man|frosty|snowwoman|snow sculpture",
    "rocket": "missile|space shuttle|starship|spaceship rocket|toy rocket|rockets",
    "robot": "cyborg|droid|mech|r2d2|transformer|terminator|automaton|humanoid|gundam|wall e|c 3po|golem",
    "castle": "palace tower|fort|citadel|sandcastle|sand castle|kremlin|stronghold|manor|disney castle|chateau|"
    "fortified tower|toy castle",
    "cactus": "aloe|aloe vera|agave|cactus plant|prickly pear|yucca|barrel cactus",
    "couch": "recliner|futon|chaise longue|sectional|sofa bed|divan|chesterfield",
    "bed": "crib|mattress|bunk bed|cot|four poster bed|king size bed|futon bed|cradle|hospital bed",
    "dining table": "ping pong table|pool table|billiard table|picnic bench table",
    "toilet": "bidet|urinal",
    "bench": "pew",
    "desk": "workbench table|standing desk|school table",
    "stool": "step stool|pouf|pouffe|ottoman|hocker",
    "shelf": "nightstand|cabinet|cabinetry|cupboard|wardrobe|dresser|armoire|locker|sideboard|chest of drawers|"
    "filing cabinet|bedside table|nightstand table|display case|bookcases|wall shelf|plate rack|wine rack",
    "pillow": "bolster|seat cushion|beanbag",
    "rug": "doormat rug|yoga mat|bath mat|prayer rug|persian rug|bath rug|picnic blanket",
    "door": "gate|garage door",
    "bathtub": "jacuzzi|hot tub",
    "tv": "monitor|screen|display|flat screen|computer monitor|computer screen",
    "microwave": "toaster oven",
    "oven": "furnace|range cooker|gas stove",
    "refrigerator": "safe",
    "washing machine": "dryer|tumble dryer|dishwasher",
    "fan": "propeller|ceiling fan",
    "computer keyboard": "mechanical keyboard|gaming keyboard",
    "cell phone": "tablet|ipad|kindle|mobile|tablet computer|android phone|calculator|e reader",
    "camera": "webcam|video camera|camcorder|polaroid camera|instant camera|mirrorless camera|dslr camera",
    "radio": "speaker|stereo|boombox|cassette player|loudspeaker|bluetooth speaker|amplifier|amp",
    "light bulb": "lamp bulb|led bulb",
    "fork": "trident|pitchfork",
    "knife": "sword|dagger|katana|sabre|machete|scalpel|letter opener|cutlass|butcher knife|chef's knife",
    "spoon": "measuring cup spoon|soup spoon|measuring spoon",
    "plate": "tray|pie dish|serving plate|charger plate",
    "jar": "jam|honey|jelly jar|peanut butter|marmalade|biscuit tin|cookie jar|pickle jar|mustard jar|cream jar|"
    "spice jar|canister|nutella|mayonnaise|pickles",
    "teapot": "samovar",
    "kettle": "coffee pot|electric kettle",
    "pan": "wok|cooking pot|casserole|stockpot|saute pan|grill pan|dutch oven|soup pot|skillets",
    "basket": "wicker basket|laundry basket|bread basket|fruit basket|shopping basket|easter basket",
    "sandwich": "sub sandwich|panini|blt|grilled cheese|sub|baguette sandwich",
    "hot dog": "sausage|bratwurst",
    "pizza": "flatbread|pie|tart|quiche",
    "bread": "baguette|brioche|bun|roll bread|bread roll|dinner roll|rye bread|ciabatta|focaccia",
    "croissant": "pastry|pastries|danish pastry|pain au chocolat",
    "cookie": "macaron|cracker|gingerbread|gingerbread man|shortbread|oreo|coin|coins|pancake|pancakes",
    "hamburger": "veggie burger|slider|sliders|big mac",
    "egg": "eggshell|easter egg|dinosaur egg|dragon egg|quail egg",
    "ice cream": "sundae|gelato cone|soft serve|frozen yogurt|sorbet|ice cream sundae",
    "tomato": "persimmon|cherry tomato|cherry tomatoes",
    "lemon": "lime|limes|citrus|citrus fruit|yuzu",
    "strawberry": "berry|berries",
    "pear": "quince",
    "peach": "plum",
    "grapes": "currants|blueberries",
    "watermelon": "cantaloupe|honeydew",
    "cherry": "cranberry|cranberries",
    "pepper": "chili|chili pepper|chilli|jalapeno",
    "horse": "donkey|mule|clydesdale|arabian horse|racehorse|colt|filly|mustang horse|workhorse",
    "cow": "calf|ox|bison|buffalo|yak|dairy cow|water buffalo|heifer|steer",
    "giraffe": "okapi",
    "deer": "moose|elk|antelope|gazelle|buck|doe|caribou|roe deer|impala",
    "camel": "llama|alpaca",
    "pig": "boar|wild boar|warthog|sow",
    "bear": "polar bear|grizzlies",
    "lion": "cougar|puma|mountain lion|lion cub",
    "monkey": "lemur|baboon|macaque|capuchin|marmoset|gibbon|spider monkey|gorilla|orangutan",
    "raccoon": "red panda|badger",
    "fox": "wolf|coyote|jackal|dingo|wolves|arctic fox|fennec",
    "tiger": "leopard|panther|cheetah|jaguar|tiger cub|snow leopard",
    "mouse": "hamster|guinea pig|gerbil|shrew|vole|dormouse|field mouse",
    "fish": "tuna|piranha|clownfish|koi|cod|mackerel|sardine|bass fish|herring|sea bass|tilapia|pike|perch fish|"
    "angelfish|tropical fish|catfish|haddock|minnow|guppy|carp",
    "duck": "goose|mallard|geese|drake",
    "goldfish": "betta fish",
    "shrimp": "crayfish|langoustine|krill|lobster",
    "frog": "bullfrog|tree frog",
    "turtle": "terrapin|snapping turtle",
    "whale": "dolphin|orca|killer whale|humpback|porpoise|beluga|narwhal|humpback whale",
    "octopus": "squid|cuttlefish|kraken",
    "chicken": "turkey|chick|quail|cock|baby chick|partridge|pheasant",
    "owl": "snowy owl|barn owl",
    "bee": "wasp|hornet",
    "butterfly": "monarch|monarch butterfly|swallowtail",
    "ladybug": "beetle|bug|insect|scarab",
    "dragon": "wyvern|sea dragon|drake dragon",
    "dinosaur": "t rex|godzilla|velociraptor|tyrannosaurus rex|raptor",
    "unicorn": "pegasus",
    "squirrel": "flying squirrel",
    "bicycle": "mountain bike|racing bike|road bike|tandem|unicycle|tricycle|bmx|bmx bike|e bike",
    "motorcycle": "dirt bike|harley|harley davidson|chopper bike|superbike",
    "scooter": "lambretta",
    "tractor": "john deere",
    "helicopter": "attack helicopter|rescue helicopter",
    "hot air balloon": "blimp|zeppelin|airship",
    "fire hydrant": "bollard",
    "stop sign": "road sign|traffic sign",
    "bucket": "trash can|bin|dustbin|trashcan|garbage can|watering can|waste bin|ice bucket",
    "frisbee": "disc",
    "skis": "ski poles",
    "kite": "hang glider",
    "baseball bat": "cricket bat|club|baton",
    "skateboard": "penny board",
    "tennis racket": "badminton racket|squash racket|ping pong paddle",
    "tent": "teepee|tipi|yurt|pop up tent",
    "trophy": "chalice|grail|award|medal cup|goblet trophy",
    "bell": "gong|cowbell|jingle bell",
    "guitar": "banjo|electric guitar|bass guitar|lute|mandolin|ukelele",
    "violin": "cello|double bass",
    "trumpet": "saxophone|trombone|tuba|horn|french horn|bugle horn",
    "drum": "tambourine|bongo|bongos|drums|djembe|timpani|bass drum",
    "piano": "organ|upright piano|harpsichord",
    "backpack": "hiking backpack",
    "handbag": "wallet|satchel|tote|tote bag|shopping bag|clutch|shoulder bag|crossbody bag|clutch bag",
    "sneaker": "loafer|running shoes|high top|high tops|canvas shoe|ballet shoe|oxford shoe",
    "dress": "wedding dress|robe|kimono|sundress|evening gown|coat|skirt|apron|bathrobe",
    "ring": "signet ring",
    "watch": "smartwatch|smart watch|pocket watch|stopwatch",
    "boot": "wellington|wellington boot|wellies|ski boot|rubber boot|rubber boots",
    "glove": "boxing glove|oven mitt|gauntlet",
    "t-shirt": "sweater|hoodie|blouse|jumper|sweatshirt|polo shirt|jacket|vest|cardigan|tank top",
    "scissors": "secateurs|pruning shears",
    "toothbrush": "electric toothbrush",
    "pen": "marker|highlighter|felt tip|quill pen|biro",
    "pencil": "paintbrush|chopsticks",
    "key": "car key|keycard key",
    "perfume bottle": "cologne|nail polish|eau de toilette|aftershave",
    "painting": "picture frame|photo frame|mural|artwork|portrait painting|watercolor picture|framed picture|"
    "framed photo",
    "hammer": "hatchet|axe|gavel|sledgehammer|battle axe",
    "toy blocks": "lego|blocks|lego bricks|lego blocks|cubes",
    "lantern": "fire lantern|hurricane lamp|storm lantern",
    "globe": "planet|jupiter|saturn|mars globe|orb|sphere|crystal ball",
    "chess piece": "pawn|king piece|rook|chess queen|chess king|bishop piece|chess set|chess pieces",
    "dice": "die|rubik's cube|cube",
    "flower": "bouquet|lily|orchid|daffodil|dandelion|poppy|lavender|carnation|lotus|bouquet of flowers|iris|hibiscus|"
    "marigold|chrysanthemum|gerbera|pansy|violet flower|buttercup|hydrangea|bluebell|snowdrop|aster|dahlia|anemone|"
    "flower bouquet|bunch of flowers|water lily|cornflower|magnolia|petunia|geranium|jasmine|daisies|freesia",
    "rose": "peony|camellia|peonies|ranunculus",
    "tulip": "crocus",
    "pine tree": "cypress|sequoia|redwood|larch|juniper|cedar tree|cedar",
    "palm tree": "banana tree|date palm|fan palm",
    "rock": "coal|asteroid|meteor|crystal|meteorite|lump of coal|gemstone rock|iceberg|cobblestone rock",
    "mountain": "hill|peak|cliff|hills|mountains range|mount fuji|fuji|everest|mount everest|matterhorn",
    "cloud": "fog cloud",
    "moon": "half moon shape",
    "star": "starfish",
    "log": "tree stump|stump|branch|tree branch|trunk tree|driftwood",
    "bonfire": "flame|flames|fire pit",
    "windmill": "wind turbine",
    "lattice tower": "radio tower|transmission tower|tokyo tower",
    "church": "monastery|abbey|basilica|synagogue",
    "barn": "stable|shed|warehouse building",
    "pyramid": "ziggurat|great pyramid",
    "bridge": "viaduct|aqueduct|arch bridge",
    "fountain": "birdbath|bird bath",
    "street lamp": "lamp post light|gas lamp|torchiere",
    "flag": "banner flag|pirate flag",
    "balloon": "balloons balloon|heart balloon|helium balloon",
}
"""By kind, the nouns it stands for; every answer says that it does."""
