"""Words of stage directions that ask for something on the day, by category of the breakdown."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

from typing import NamedTuple


class Category(NamedTuple):
    """A category of the breakdown sheet."""

    uci: int
    """Its number in the Universal Category Identification; 500 and more are extensions of ours."""
    told: str


CATEGORIES: dict[str, Category] = {
    "CAST": Category(100, "Cast Members"),
    "EXTRAS": Category(101, "Background Actors"),
    "CHILDREN": Category(500, "Children and minors"),
    "STUNTS": Category(102, "Stunts"),
    "VEHICLES": Category(103, "Vehicles"),
    "WEAPONS": Category(501, "Weapons"),
    "PROPS": Category(104, "Props"),
    "SFX": Category(105, "Special Effects"),
    "WARDROBE": Category(106, "Wardrobe"),
    "MAKEUP": Category(107, "Makeup/Hair"),
    "ANIMALS": Category(108, "Animals"),
    "SOUND": Category(113, "Sound"),
    "MUSIC": Category(114, "Music"),
    "VFX": Category(121, "Visual Effects"),
}
"""Category → its place in the standard. What one thing could be called twice is the first of these."""

CROWDS: dict[str, int] = {
    "crowd": 30,
    "audience": 30,
    "guests": 12,
    "passengers": 10,
    "customers": 6,
    "students": 10,
    "soldiers": 8,
    "dancers": 8,
    "mourners": 12,
    "passers-by": 6,
    "people": 8,
    "police officers": 4,
    "workers": 6,
    "firefighters": 4,
    "riders": 4,
    "paramedics": 2,
    "children": 4,
}
"""Background → how many are called where the text gives no number."""

NUMBERS: dict[str, int] = {
    word: count
    for count, words in {
        2: "two couple both pair два две двое deux dos zwei 两 二",
        3: "three three-strong три трое trois tres drei 三",
        4: "four четыре quatre cuatro vier 四",
        5: "five пять cinq cinco fünf 五",
        6: "six шесть",
        7: "seven",
        8: "eight",
        10: "ten десять dix diez zehn 十",
        9: "nine",
        11: "eleven",
        12: "twelve dozen",
        15: "fifteen пятнадцать quinze quince fünfzehn",
        40: "forty сорок quarante cuarenta vierzig",
        60: "sixty",
        20: "twenty двадцать",
        30: "thirty",
        50: "fifty",
        100: "hundred hundreds сто cent cien hundert",
        1000: "thousand thousands тысяча тысячи mille mil tausend",
    }.items()
    for word in words.split()
}

TIMES = frozenset(("hundred", "thousand"))
"""Numbers that the number before them multiplies."""

NOT_PEOPLE = frozenset(
    """
    others doors floors mirrors colors colours waters shoulders fingers corners posters monitors sensors errors lasers
    feathers rollers folders trailers thrusters ladders lockers counters whispers motors banners stickers crackers
    burgers layers borders quarters powers razors scissors towers shutters drawers numbers speakers computers
    flowers letters papers headers boosters rotors reactors letters specimen regimen containers boulders embers
    shivers encounters winters summers cinders timbers pliers blinkers trousers sneakers streamers propellers ours hers
    theirs years stars chapters centers barriers triggers meters printers fliers flyers washers dryers hangers
    """.split()
)
"""What ends like a trade and is none."""

SIGNALS: dict[str, str] = {
    "EXTRAS": """
        crowd: crowd|crowds|mob|everyone|everybody|толпа|толпы|толпу|толпе|foule|gente|multitud|menschenmenge|
            menge|人群|大家|众人|群衆|人々|사람들|군중
        audience: audience|spectators|congregation|зрител*|public|público|publikum|观众|観客
        guests: guests|diners|гости|гостей|invités|invitados|gäste|客人
        passengers: passengers|commuters|пассажир*|passagers|pasajeros|fahrgäste|乘客
        customers: customers|patrons|regulars|shoppers|clients|посетител*|покупател*|顾客
        students: students|pupils|classmates|schoolchildren|студент*|школьник*|étudiants|estudiantes|schüler|学生们
        soldiers: soldiers|troops|солдат*|soldats|soldados|soldaten|士兵
        dancers: dancers|танцор*|danseurs|bailarines|tänzer
        mourners: mourners|funeral-goers
        passers-by: passers-by|passersby|pedestrians|bystanders|onlookers|прохож*|passants|transeúntes|
            passanten|路人|行人
        police officers: police officers|policemen|cops|uniformed officers|полицейские|policiers|policías|
            polizisten|警察们
        nurse: nurse|nurses|медсестра|infirmière|enfermera|krankenschwester|护士
        waiter: waiter|waiters|waitress|bartender|barman|официант*|serveur|camarero|kellner|服务员
        guard: guard|guards|sentry|doorman|bouncer|охранник*|garde|guardia|wachmann|保安
        thug: thug|thugs|henchman|henchmen|goons|бандит*|громил*
        driver: taxi driver|bus driver|chauffeur|водитель
        workers: workers|dockers|fishermen|рабочие|рыбаки|ouvriers|obreros|arbeiter|工人
        firefighters: firefighter|firefighters|firemen|пожарные|pompiers|bomberos|feuerwehrleute|消防员
        paramedics: paramedics|paramedic|ambulance crew
        riders: rider|riders|horsemen|bikers|motorcyclists|cavalry|всадник*|cavaliers|jinetes|reiter
        people: people|strangers|люди|людей|gens|leute
        -: people's|everyone else's|crowd's""",
    "STUNTS": """
        fight: fight|fights|fighting|brawl*|wrestle|wrestles|wrestling|grapple*|punch|punches|tackles|kicks him|
            kicks her|
            beats him|beats her|strangle*|драка|драке|дерутся|bagarre|pelea|kämpfen|prügel*|打斗|打架|殴*|싸움
        slap: slaps|slap him|slap her|hits him|hits her|smacks|пощёчин*|gifle|bofetada|ohrfeige
        fall: slips on|slips and|slips down|slides across the floor|slides down the|falls out of|falls overboard|
            falls down|falls into|falls off|falls from|falls through|falls to the ground|falls to
            the floor|falls backward*|falls backwards|tumbles|is thrown|are thrown|knocked down|collapses onto|
            падает с|падает в|tombe dans|cae al|stürzt|摔倒|跌倒|倒れ
        dive for cover: dives behind|dives under|dives for|hurls himself|hurls herself|leaps from|leaps off|
            jumps from|jumps off|jumps out of|dives through
        chase: chase|chases|chasing|chased|pursues|погоня|гонится|poursuit|persigue|verfolgt|追赶|追逐|追いかけ
        car stunt: car chase|crashes into|crashes through|crashes down|flips over|plunges off|in hot pursuit|
            gives chase|tears down the road|tears down the street|tears down the highway|
            skids|swerves|screeches to a halt|rams|car crash|overturns|
            rolls over
            and|авария|accident de voiture
        shooting: opens fire|shoots him|shoots her|is shot|shootout|fires again|стреляет|tire sur|dispara|
            schießt|开枪|撃つ
        stabbing: stabs|stabbed|slashes
        water work: underwater|drown|drowns|drowning|swims|swimming|dives into the|falls in the water|
            under the surface|тонет|плывёт|плывет|nage|se noie|nada en|schwimmt|ertrink*|游泳|溺水|泳ぐ
        climb: climbs the wall|climbs over|scales the|hangs from|dangles|on the ledge|on the roof edge
        fire stunt: on fire|in flames|engulfed
        -: falls asleep|falls silent|falls quiet|falls in love|night falls|silence falls|fights back tears|
            fights tears|fighting tears|fights the urge|gives chase to a thought|fights for breath""",
    "VEHICLES": """
        police car: police car|police cars|squad car|patrol car|cruiser|полицейская машина|警车|パトカー
        ambulance: ambulance|скорая|krankenwagen|救护车|救急車
        taxi: taxi|cab|minicab|такси|出租车
        car: car|cars|sedan|jeep|limousine|limo|suv|convertible|машина|машины|машину|машине|автомобил*|voiture|
            coche|汽车|轿车|車|자동차
        van: van|minivan|minibus|фургон*|camionnette|furgoneta|lieferwagen|面包车
        truck: truck|trucks|lorry|lorries|pickup|грузовик*|camion|camión|lastwagen|卡车|トラック
        bus: bus|buses|автобус*|autobús|公交车|巴士|バス
        motorcycle: motorcycle|motorcycles|motorbike|scooter|moped|мотоцикл*|moto|motorrad|摩托车
        bicycle: bicycle|bicycles|bike|bikes|велосипед*|vélo|bicicleta|fahrrad|自行车|自転車
        boat: boat|boats|rowboat|dinghy|canoe|лодка|лодке|лодку|barque|barca|小船|船
        ferry: ferry|паром|пароме|парома|渡轮
        ship: ship|ships|yacht|trawler|корабл*|navire|barco|schiff|轮船
        train: train|trains|tram|поезд*|электричк*|tren|zug|火车|列车|電車|기차
        helicopter: helicopter|chopper|вертолёт*|вертолет*|hélicoptère|helicóptero|hubschrauber|直升机
        plane: plane|airplane|aeroplane|jet|самолёт*|самолет*|avion|avión|flugzeug|飞机|飛行機
        hearse: hearse|катафалк*|corbillard|leichenwagen
        tractor: tractor|трактор*
        spaceship: spaceship|starship|spacecraft|rocket ship|shuttlecraft
        -: train of thought|car park|car keys|car key|car alarm|bus stop|bus station|bike shed|truck stop|plane
            ticket|train ticket|train tickets|bus ticket|train station|boat shed|boat house|ferry terminal|
            cable car""",
    "WEAPONS": """
        gun: gun|guns|pistol|pistols|revolver*|handgun*|пистолет*|револьвер*|pistolet|pistola|pistole|手枪|枪|
            拳銃|권총
        shotgun: shotgun|shotguns|escopeta|дробовик*|霰弹枪
        machine gun: machine gun|machine guns|submachine gun|submachine guns|автомат*|пулемёт*|пулемет*
        rifle: rifle|rifles|musket*|винтовк*|ружь*|fusil|gewehr|步枪|銃
        knife: knife|knives|dagger*|switchblade|machete|нож|ножом|кинжал*|couteau|cuchillo|messer|刀|匕首|
            ナイフ|칼
        sword: sword|swords|sabre|меч|меча|шпаг*|épée|espada|schwert|剑|刀剣
        bow and arrows: crossbow|bow and arrow*|arrows
        bat: baseball bat|crowbar|club in|axe|axes|топор*
        grenade: grenade*|dynamite|bomb|bombs|гранат*|бомб*|炸弹
        -: butter knife|knife drawer|paper knife|glue gun|nail gun|knife and fork|knives and forks""",
    "PROPS": """
        phone: phone|phones|smartphone|telephone|mobile|cell|receiver|телефон*|трубк*|téléphone|teléfono|
            手机|电话|電話|전화|携帯
        laptop: laptop|computer|tablet|keyboard|компьютер*|ноутбук*|ordinateur|ordenador|电脑|パソコン
        letter: letter|letters|envelope|envelopes|телеграмм*|письмо|письма|конверт*|lettre|carta|信封|信|
            手紙|편지
        note: note|notes|post-it|записк*|便条
        photograph: photo|photos|photograph*|snapshot|polaroid*|фото*|фотограф*|foto|照片|写真|사진
        book: book|books|novel|bible|книг*|livre|libro|buch|书|本を|책
        notebook: notebook|diary|journal|logbook|ledger|дневник*|блокнот*|cahier|cuaderno|notizbuch|日记|笔记本
        newspaper: newspaper*|headline*|газет*|journaux|periódico|zeitung|报纸|新聞
        map: map|maps|chart|charts|карту|carte|mapa|landkarte|地图|地図
        document: document*|papers|contract*|passport*|file|files|folder|receipt*|ticket|tickets|бумаг*|паспорт*|
            документ*|билет*|contrat|contrato|vertrag|文件|护照|票
        keys: key|keys|ключ|ключи|ключа|ключом|clé|clés|llave*|schlüssel|钥匙|鍵|열쇠
        ring: ring|wedding ring|кольцо|bague|anillo|戒指|指輪|반지
        watch: wristwatch|pocket watch|watch face|a watch|the watch|his watch|her watch|gold watch|old watch|
            часы на|手表
        bag: bag|bags|backpack|handbag|purse|satchel|сумк*|рюкзак*|sac|bolsa|tasche|包|かばん|가방
        suitcase: suitcase*|briefcase|luggage|trunk|чемодан*|valise|maleta|koffer|箱子|行李
        bottle: bottle*|flask|бутыл*|bouteille|botella|flasche|瓶|酒瓶
        glass: glass of*|glasses of*|wine glass*|tumbler|goblet|champagne|бокал*|стакан*|verre|vaso|杯子|グラス
        cup: cup|cups|mug|mugs|teacup*|coffee|tea|чашк*|кружк*|tasse|taza|茶杯|杯|コップ|컵
        kettle: kettle|teapot|чайник*|bouilloire|tetera|wasserkocher|水壶
        food: food|plate|plates|sandwich*|soup|bread|pizza|breakfast|тарелк*|хлеб|assiette|plato|teller|饭|面包
        pancake: pancake*|блин|блины|crêpe*|panqueque*|pfannkuchen
        egg: egg|eggs|яйцо|яйца|œuf|œufs|huevo|huevos|eier|鸡蛋
        pastry: donut*|doughnut*|croissant*|muffin*|bagel*|cookie*|pie|pies|пирог*|пончик*
        mop: mop|mops|broom|brooms|bucket*|швабр*|веник*|ведро|balai|escoba|besen|eimer
        whisk: whisk|spatula*|ladle|rolling pin|wooden spoon
        pan: pan|pans|frying pan|pot|pots|saucepan|сковород*|кастрюл*
        cake: cake|торт*|gâteau|pastel|torte|蛋糕|ケーキ
        cigarette: cigarette*|cigar|cigars|lighter|matches|match|сигарет*|спичк*|cigarrillo|zigarette|烟|煙草
        candle: candle*|свеч*|bougie|vela|kerze|蜡烛
        torch: flashlight*|torch|torches|lantern*|фонар*|lampe torche|linterna|taschenlampe|手电筒
        flowers: flowers|bouquet|rose|roses|wreath|цвет*ы|букет*|fleurs|flores|blumen|花|花束
        medicine: pill|pills|syringe*|medicine|таблетк*|шприц*|pilule|pastilla|药|薬
        coffin: coffin|casket|urn|гроб*|cercueil|ataúd|sarg|棺材
        money: money|cash|coin|coins|banknote*|деньг*|монет*|argent|dinero|geld|钱|お金|돈
        tool: hammer|shovel|spade|wrench|screwdriver|rope|ropes|ladder|молоток|лопат*|верёвк*|веревк*
        umbrella: umbrella*|зонт*|parapluie|paraguas|regenschirm|伞|傘
        camera: camera|cameras|tape recorder|tripod|диктофон*|照相机
        radio: radio|record player|gramophone|radios|радио|приёмник|收音机
        television: television|tv|телевизор*|télévision|televisor|fernseher|电视|テレビ
        tray: tray|trays|trolley|поднос*
        toy: toy|toys|doll|teddy bear|игрушк*|кукл*|玩具
        ball: football|basketball|tennis ball|мяч
        piano: piano|grand piano|pianos|пианино|рояль|klavier|钢琴
        musical instrument: cello|flute|harmonica|accordion|drum|drums|violin|guitar|trumpet|saxophone|скрипк*|
            гитар*|吉他
        -: ticket window|ticket office|ticket hall|ticket counter|ticket machine|camera view|camera app|radio sounds|
            radio signal|the camera|camera pans|note of|notes that|takes note|keyboard player|key to|keys up|
            in the book|mobile
            home|cell door|cell block|ring out|rings out|smells of coffee|filed away|match for|match the|map of
            scars|in cash terms|money's worth|plate glass|trunk of|glass of the|glass door|radio silence|ring of
            keys|no ring|rose up|rose from|to the letter|book club|bag of bones|tears""",
    "SFX": """
        rain: rain|rains|raining|rainy|downpour|drizzle|storm|thunderstorm|дождь|дождя|дождем|дождём|под дождем|
            гроз*|ливень|pluie|orage|lluvia|tormenta|regen|gewitter|雨|暴雨|비가
        snow: snow|snows|snowing|snowfall|blizzard|снег|снега|снегу|метел*|neige|nieve|schnee|雪|눈이
        wind: wind|windy|gale|gust*|ветер|ветра|ветру|viento|wind machine|风|風|바람
        fog: fog|foggy|mist|misty|haze|туман*|brouillard|brume|niebla|nebel|雾|霧|안개
        smoke: smoke|smoky|steam|steams|fumes|дым|дыма|дыму|fumée|vapeur|humo|vapor|rauch|dampf|烟雾|煙|연기
        fire: fire burns|campfire|bonfire|flames|flame|burns|burning|fireplace|огонь|костер|костёр|пламя|feu|
            fuego|llamas|feuer|火|火焰|炎|불이
        gunfire: gunshot*|gunfire|shots ring|muzzle flash*|fires again|fires at|fires a|fires the|fires twice|
            fires into|opens fire|выстрел*|coup de feu|disparo*|schuss|枪声|銃声|총성
        explosion: explosion*|explodes|explode|blows up|detonat*|взрыв*|explosión|explota|爆炸|爆発|폭발
        breakage: shatters|shatter|smashes|smash|splinters|glass breaks|breaks the window|разбива*|вдребезги|
            se brise|zerbricht|打碎|破碎|割れる
        sparks: sparks|short-circuits|искры|искр|étincelles|chispas|funken|火花
        water effect: floods|flooding|bursts a pipe|sprinklers|water pours|drips|leak|leaks
        blood effect: blood spurts|squib*|blood sprays
        dust: dust|sandstorm|пыль|пыли|poussière|polvo|staub|灰尘
        -: steam room|fires him|fires her|wind up|winds up|burns with|burning question|burns out|get wind|
            storms out|storms off|storms in|dust off|dusts off|smoke break|under fire|mist over|snow white|
            burns himself|burning a""",
    "WARDROBE": """
        coat: coat|coats|raincoat|overcoat|parka|пальто|плащ*|шуб*|manteau|abrigo|mantel|大衣|コート|코트
        suit: suit|suits|tuxedo|necktie|bow tie|смокинг*|галстук*|costume noir|corbata|anzug|krawatte|西装|领带
        dress: dress|gown|skirt|evening dress|платье|платья|юбк*|robe de|vestido|falda|kleid|裙子|ドレス
        wedding dress: wedding dress|bridal veil|veil|свадебное платье|фата|婚纱
        uniform: uniform|uniforms|uniformed|overalls|scrubs|форме|униформ*|uniforme|制服|軍服
        hat: hat|hats|cap|helmet|hood|шляп*|шапк*|каск*|chapeau|sombrero|帽子
        gloves: glove|gloves|перчатк*|gants|guantes|handschuhe|手套
        shoes: shoe|shoes|boots|slippers|heels|high heels|ботин*|сапог*|туфл*|chaussures|zapatos|schuhe|鞋
        robe: bathrobe|dressing gown|pyjamas|pajamas|nightgown|халат*|пижам*|peignoir|睡衣
        mask: mask|masks|маск*|masque|máscara|maske|面具|マスク
        apron: apron|фартук*|tablier|delantal|schürze|围裙
        costume: gorilla suit|costume|costumes|disguise|cloak|cape|armour|armor|плащ-накидк*|disfraz|kostüm|盔甲
        swimsuit: swimsuit|bikini|wetsuit|swimming trunks
        wet clothes, in doubles: soaked|soaking|drenched|wet through|dripping wet|wet coat|wet clothes|
            промок*|мокр*|trempé*|empapad*|durchnässt|湿透|ずぶ濡れ
        -: suits her|suits him|caps lock|cap off|the hood of|hood of the|dress rehearsal|dress down|mask the|
            masks her|masks his|hat in the ring|heels of""",
    "MAKEUP": """
        wound: wound*|bleed|bleeds|bleeding|bloody|bloodied|blood|gash|cut lip|split lip|ран*ен*|кров*|blessure|
            saign*|herida*|sangr*|wunde|blutet|blutig|伤口|血|流血|傷|피가
        bruise: bruise*|black eye|swollen|синяк*|ecchymose|moretón|bluterguss|淤青|あざ
        scar: scar|scars|scarred|шрам*|cicatrice|cicatriz|narbe|伤疤
        bandage: bandage*|plaster cast|sling|бинт*|pansement|vendaje|verband|绷带|包帯
        age make-up: years older|aged|now old|now grey|decades older|постарел*|vieilli*|envejecid*|gealtert|苍老
        dirt and sweat: filthy|covered in mud|muddy|mud-covered|grimy|sweat*|в грязи|sudor|schweiß
        tattoo: tattoo*|татуир*|tatouage|tatuaje|纹身
        special make-up: zombie*|vampire*|monster|prosthetic*|corpse|dead body|труп*|cadavre|cadáver|leiche|尸体|
            死体
        -: blood pressure|in cold blood|bloody hell|aged between|blood relative|cheese""",
    "ANIMALS": """
        dog: dog|dogs|puppy|puppies|hound*|german shepherd*|sheepdog*|terrier*|retriever*|labrador*|collie*|poodle*|
            spaniel*|rottweiler*|doberman*|bulldog*|pit bull*|greyhound*|husky|huskies|chihuahua*|dachshund*|
            beagle*|mastiff*|great dane*|dalmatian*|mongrel*|mutt|pug|pugs|овчарк*|schäferhund*|собак*|пёс|пес|
            щенк*|chien|chiens|perro*|hund|hunde|狗|犬|개가
        cat: cat|cats|kitten*|кот|кошк*|котён*|gato|gatos|katze*|猫|고양이
        horse: horse|horses|pony|ponies|stallion*|mare|mares|mustang|mustangs|foal|лошад*|конь|cheval|chevaux|
            caballo*|pferd|pferde|马|馬|말이
        bird: bird|pigeon|gull|crow|raven|parrot*|falcon|птиц*|ворон|чайк*|голуб*|oiseau*|pájaro*|
            vogel|vögel|鸟|鳥|새가
        fish: goldfish|live fish|aquarium
        cow: cow|cows|cattle|bull|sheep|goat|goats|pig|pigs|chicken|chickens|коров*|овц*|vache|vaca|kuh|牛|羊
        rat: rat|rats|mouse|mice|snake|snakes|spider*|крыс*|мыш*|rata|ratte|老鼠|蛇
        wild animal: wolf|wolves|bear|bears|lion|lions|tiger*|deer|fox|elephant*|волк*|медвед*|loup|lobo|狼|熊
        -: hot dog|hot dogs|dog-eared|crow's|bear with|bears the|bears a|chicken soup|horse around|bull bar|
            teddy bear|mouse click|cat and mouse|pigeonhole|horseshoe|dog tired|computer mouse|fox-hole|crows'""",
    "MUSIC": """
        singing: sings|singing|song|hums|humming|choir|поёт|поет|поют|песн*|chante|canta|cantan|singt|singen|
            唱|唱歌|歌う|노래
        musicians: piano player|violinist|accordionist|band plays|band is playing|orchestra|
            plays the piano|plays guitar|plays the guitar|plays the
            violin|pianist|оркестр*|играет на|joue du piano|toca la|spielt klavier|弹琴|乐队|演奏
        dancing to playback: dance|dances|dancing|waltz*|танц*|dansent|danse|bailan|baila|tanzen|tanzt|跳舞|踊る|춤
        music playback: music plays|music playing|jukebox|radio plays|radio playing|record plays|music starts|
            music blares|музыка|musique|música|musik|音乐|音楽|음악""",
    "CHILDREN": """
        baby: baby|babies|newborn|infant|toddler|младен*|bébé|bebé|säugling|婴儿|赤ん坊|아기
        children: children|kids|schoolchildren|дети|детей|enfants|niños|kinder|孩子们|子供たち
        child: child|kid|schoolchild|ребён*|ребен*|дети|детей|enfant|enfants|niño*|niña*|
            kinder|孩子|小孩|子供|아이
        boy: little boy|small boy|young boy|boy|boys|мальчик*|garçon|muchacho|junge|男孩|少年|소년
        girl: little girl|small girl|young girl|girl|girls|девочк*|fillette|mädchen|女孩|少女|소녀
        -: like a child|like a kid|kid gloves|like children|no kidding|child's play|baby grand|baby steps|
            birthday girl|children's|like a baby|boys' club|old boy""",
    "VFX": """
        hologram: hologram*|голограмм*|holograma|全息
        apparition: materializ*|materialis*|teleports|teleport|teleported|teleporting|vanishes into|dissolves into|
            phases through|ghost|ghosts|
            призрак*|fantôme|fantasma|geist|幽灵|鬼|幽霊
        creature: alien|aliens|dragon*|android|robot|robots|cyborg|инопланет*|робот*|дракон*|外星人|机器人|龙|ロボット
        transformation: transforms into|morphs|shapeshift*|превраща*|se transforme|verwandelt sich|变成
        energy: laser*|force field|lightning bolt|glowing|glows|portal|лазер*|портал*|激光
        flight: levitat*|hovers in|floats in the air|flies through the air|in outer space|zero gravity|левит*
        cityscape: skyline burns|city in ruins|cgi|earth from space|futuristic city
        -: robot voice|ghost of a|ghost town|face glows|glows with pride""",
}
"""Category → lines of `name: word|word*`; `-` names what a word does not mean there."""
