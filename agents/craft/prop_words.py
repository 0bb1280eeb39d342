"""Things that are handled: what is a property, and what is not though a hand is on it."""

# Letters of many scripts are the subject here, so look-alikes are meant.

PROPS = """
phone: phone phones smartphone cellphone mobile handset receiver iphone телефон* трубк* téléphone portable
      telefon handy teléfono móvil telefono 手机 电话 携帯 スマホ 電話 전화 휴대폰
letter: letter letters письмо письма письме письмом lettre brief carta lettera 信 来信 手紙 편지
envelope: envelope envelopes конверт* enveloppe umschlag sobre busta 信封 封筒 봉투
note: note записк* mot zettel nota biglietto 纸条 字条 便条 メモ 쪽지
photograph: photo photos photograph photographs snapshot polaroid фото фотографи* снимок снимк* photographie
      foto fotografía 照片 写真 사진
key: key keys keyring ключ ключи ключа ключом ключей clé clef clés schlüssel llave llaves chiave chiavi 钥匙 鍵
      열쇠
knife: knife knives dagger blade switchblade нож ножа ножом couteau messer cuchillo coltello 刀 匕首 ナイフ 包丁
      칼
gun: gun pistol revolver handgun weapon firearm пистолет* револьвер* оружи* pistolet pistole waffe pistola 枪 手枪
      銃 拳銃 총 권총
rifle: rifle rifles musket ружьё ружье ружья винтовк* fusil gewehr fucile 步枪
shotgun: shotgun shotguns дробовик* escopeta 霰弹枪
machine gun: machine_gun machine_guns submachine_gun автомат автомата автоматом пулемёт* пулемет*
sword: sword swords sabre saber katana меч меча мечом сабл* шпаг* épée schwert espada spada 剑 刀剑 剣 검
ring: ring rings кольцо кольца кольцом bague anneau anillo anello 戒指 指輪 반지
watch: watch wristwatch pocket_watch wrist_watch his_watch her_watch наручные_часы montre armbanduhr 手表 怀表 腕時計
      손목시계
bag: bag bags handbag purse backpack rucksack satchel duffel сумк* рюкзак* мешок пакет* sac cartable tasche
      rucksack bolsa bolso mochila borsa zaino 包 背包 书包 鞄 カバン 가방 배낭
suitcase: suitcase suitcases valise briefcase чемодан* портфель* портфел* mallette koffer aktenkoffer maleta
      maletín valigia 手提箱 行李箱 皮箱 公文包 スーツケース 여행가방
wallet: wallet billfold бумажник* кошел* portefeuille brieftasche cartera portafoglio 钱包 財布 지갑
money: money cash banknote banknotes coins coin deньги деньги денег деньгами купюр* монет* argent billets geld
      münze dinero moneda soldi denaro 钱 现金 钞票 硬币 お金 札束 돈 동전
ticket: ticket tickets билет билеты билета билетом билетик* fahrkarte boleto biglietto 车票 船票 票 切符
      チケット 표 티켓
passport: passport passports паспорт* passeport pass pasaporte passaporto 护照 パスポート 여권
map: map maps карту карта карте картой carte_routière landkarte mapa mappa 地图 地図 지도
newspaper: newspaper newspapers magazine газет* журнал* journal zeitung periódico giornale 报纸 杂志 新聞 雑誌
      신문
book: book books novel bible textbook книгу книга книги книгой роман livre buch libro livro 书 一本书 小说 本を
      책
diary: diary journal notebook logbook дневник* блокнот* тетрад* carnet tagebuch notizbuch diario cuaderno
      taccuino 日记 笔记本 日記 ノート 일기 공책
pen: pen pens pencil pencils ручку ручкой карандаш* stylo crayon stift kugelschreiber bolígrafo lápiz penna
      matita 笔 钢笔 铅笔 ペン 鉛筆 펜
papers: document documents contract file folder dossier paperwork manuscript script документ* договор* папк*
      рукопис* dossier contrat akte vertrag expediente contrato fascicolo 文件 合同 剧本 書類 契約書 서류
paper: paper sheet_of_paper leaflet flyer pamphlet листок листке листовк* feuille_de_papier papierbogen papel
      foglio 纸 一张纸 传单 紙 종이
card: card business_card postcard playing_cards cards открытк* визитк* carte_postale postkarte tarjeta postal
      cartolina 卡片 名片 明信片 カード 名刺 카드 명함
laptop: laptop tablet ipad ноутбук* планшет* ordinateur notebook-computer portátil 笔记本电脑 平板
      ノートパソコン 노트북
camera: his_camera her_camera a_camera camcorder фотоаппарат* appareil_photo fotoapparat cámara_de_fotos
      macchina_fotografica 相机 照相机 カメラ 카메라
radio: walkie-talkie walkie transistor рацию рация рации talkie-walkie funkgerät 对讲机 収音機 トランシーバー
      무전기
flashlight: flashlight torch фонарик* taschenlampe linterna torcia 手电筒 手电 懐中電灯 손전등
lantern: lantern hurricane_lamp фонарь фонарём фонарем lanterne laterne farol lanterna 灯笼 提灯 랜턴
lamp: unlit_lamp oil_lamp керосинк* lampe_à_huile öllampe 油灯
lighter: lighter зажигалк* briquet feuerzeug encendedor accendino 打火机 ライター 라이터
match: match matches matchbox спичк* allumette streichholz cerilla fiammifero 火柴 マッチ 성냥
cigarette: cigarette cigarettes cigar cigars сигарет* сигар* папирос* zigarette zigarre cigarrillo sigaretta
      香烟 一支烟 雪茄 煙草 タバコ 담배
bottle: bottle bottles бутылк* bouteille flasche botella bottiglia 酒瓶 瓶子 瓶 병
flask: flask hip_flask thermos canteen фляг* фляж* термос* gourde thermoskanne cantimplora 水壶 水筒
glass: glass tumbler goblet wineglass стакан* бокал* рюмк* weinglas copa bicchiere 酒杯 玻璃杯 グラス 유리잔
cup: cup cups mug mugs teacup coffee чашк* чашу кружк* tasse becher taza tazza 杯子 茶杯 一杯 カップ 湯呑み 컵
      찻잔
plate: plate plates bowl bowls dish dishes тарелк* миск* assiette bol teller schüssel plato piatto 盘子 碗 皿
      접시 그릇
pancake: pancake pancakes блин блины crêpe crêpes panqueque panqueques pfannkuchen
egg: egg eggs яйцо яйца œuf œufs huevo huevos 鸡蛋
donut: donut donuts doughnut doughnuts пончик*
mop: mop mops швабр*
whisk: whisk whisks
kettle: kettle teapot чайник* bouilloire théière kessel tetera bollitore 水壶 茶壶 やかん 주전자
pan: pan frying_pan saucepan pot сковород* кастрюл* poêle casserole pfanne topf sartén olla padella 锅 平底锅 鍋
      フライパン 냄비
bread: bread loaf хлеб* brot 面包 パン 빵
sandwich: sandwich sandwiches бутерброд* bocadillo panino 三明治 サンドイッチ
cake: cake cakes торт* gâteau kuchen torte pastel torta 蛋糕 ケーキ 케이크
apple: apple apples яблок* pomme apfel manzana mela 苹果 林檎 사과
soup: soup супа супом soupe suppe sopa zuppa 汤 スープ
pizza: pizza pizzas пицц* 披萨
towel: towel towels dish_towel tea_towel napkin handkerchief tissue полотенц* салфетк* платок платк* serviette
      mouchoir handtuch taschentuch toalla pañuelo asciugamano fazzoletto 毛巾 手帕 タオル ハンカチ 수건 손수건
tie: tie necktie галстук* cravate krawatte corbata cravatta 领带 ネクタイ 넥타이
scarf: scarf scarves шарф* écharpe schal bufanda sciarpa 围巾 マフラー
glove: glove gloves mitten mittens перчатк* gant handschuh guante guanto 手套 手袋
hat: hat hats cap шляп* chapeau hut sombrero cappello 帽子 모자
coat: coat jacket overcoat пальто куртк* manteau mantel abrigo cappotto 外套 大衣 コート
umbrella: umbrella umbrellas зонт* parapluie regenschirm paraguas ombrello 雨伞 傘 우산
belt: belt ремень ремня ceinture gürtel cinturón cintura 皮带 ベルト
glasses: eyeglasses spectacles sunglasses his_glasses her_glasses reading_glasses очки очков очках lunettes
      brille gafas occhiali 眼镜 墨镜 眼鏡 안경
necklace: necklace locket pendant ожерель* медальон* кулон* collier halskette collar collana 项链 ネックレス
      목걸이
bracelet: bracelet bangle браслет* armband pulsera braccialetto 手镯 ブレスレット
medal: medal medals медаль медали медалью médaille medaille medalla medaglia 奖章 勲章 메달
flowers: flower flowers bouquet rose roses букет* цветок цветы розу розы fleur bouquet_de blume strauß flor ramo
      fiore mazzo 花束 鲜花 玫瑰 花 꽃 꽃다발
box: box boxes коробк* boîte schachtel caja scatola 盒子 箱子 箱 상자
jewel box: jewelry_box jewellery_box jewel_box casket шкатулк* coffret schmuckkästchen joyero 首饰盒
parcel: parcel package посылк* colis paket paquete pacco 包裹 荷物 소포
present: gift wrapped_present подарок подарк* cadeau geschenk regalo 礼物 プレゼント 선물
toy: toy toys игрушк* jouet spielzeug juguete giocattolo 玩具 おもちゃ 장난감
doll: doll dolls puppet кукл* poupée puppe muñeca bambola 娃娃 人形 인형
teddy bear: teddy_bear teddy плюшев* ours_en_peluche teddybär oso_de_peluche 玩偶 ぬいぐるみ 곰인형
hammer: hammer молоток молотк* marteau hammer martillo martello 锤子 ハンマー 망치
wrench: wrench spanner гаечн* schraubenschlüssel llave_inglesa 扳手 レンチ
screwdriver: screwdriver отвёртк* отвертк* tournevis schraubenzieher destornillador 螺丝刀
axe: axe hatchet топор* hache axt hacha ascia 斧头 斧 도끼
shovel: shovel spade лопат* pelle schaufel spaten pala 铲子 鍬 삽
rope: rope верёвк* веревк* corde seil cuerda 绳子 ロープ 밧줄
saw: handsaw chainsaw hacksaw пилу пилой scie säge sierra 锯子
crowbar: crowbar лом ломом pied-de-biche brecheisen palanca 撬棍
pills: pill pills medicine таблетк* лекарств* pilule tablette pastilla pillola 药片 药 薬 약을
syringe: syringe needle шприц* seringue spritze jeringa siringa 注射器 针筒 주사기
handcuffs: handcuffs cuffs наручник* menottes handschellen esposas manette 手铐 手錠 수갑
badge: badge badges значок жетон* insigne dienstmarke placa distintivo 徽章 バッジ 배지
guitar: guitar ukulele гитар* guitare gitarre guitarra chitarra 吉他 ギター 기타를
violin: violin fiddle скрипк* violon geige violín violino 小提琴 バイオリン 바이올린
flute: flute whistle флейт* flûte flöte flauta 笛子 笛
trumpet: trumpet trombone bugle трубач труба_горн trompette trompete trompeta tromba 喇叭
accordion: accordion harmonica гармон* баян* аккордеон* accordéon akkordeon acordeón 手风琴 口琴
ball: ball football basketball мяч* мячик* ballon pelota pallone 球 足球 ボール 공
microphone: microphone mic микрофон* микрофона micro mikrofon micrófono microfono 话筒 麦克风 マイク 마이크
remote: remote remote_control joystick controller пульт* télécommande fernbedienung mando telecomando 遥控器
      リモコン 리모컨
usb stick: usb flash_drive thumb_drive hard_drive флешк* clé_usb usb-stick 优盘 硬盘
tape: cassette videotape mixtape кассет* kassette cinta_de_vídeo 磁带 カセット 테이프
compass: compass компас* boussole kompass brújula bussola 指南针 羅針盤 나침반
binoculars: binoculars бинокл* jumelles fernglas prismáticos binocolo 望远镜 双眼鏡 쌍안경
mirror: hand_mirror compact зеркальце карманное_зеркало taschenspiegel 小镜子 手鏡 손거울
mask: mask masks маску маска маске маской masque maske máscara maschera 面具 口罩 仮面 가면
helmet: helmet helmets шлем* casque helm casco elmo 头盔 ヘルメット 헬멧
crown: crown tiara корону корона короной couronne krone corona 王冠 왕관
placard: placard cardboard_sign pancarte pancarta 标语 プラカード 팻말
candle: candle candles свечу свеча свечой bougie kerze vela candela 蜡烛 ろうそく 촛불
test tube: test_tube vial beaker пробирк* колб* éprouvette reagenzglas 试管 試験管 시험관
lifebelt: lifebelt life_jacket lifebuoy спасательн* bouée rettungsring salvavidas 救生圈 浮き輪
oar: oar oars paddle весло вёсла весла rame ruder remo 桨
music box: music_box boîte_à_musique spieluhr 音乐盒 オルゴール
"""
"""What it is called: the words, `_` for a space and `*` for any ending."""

HANDLED = frozenset(
    """
    picks_up pick_up picking_up takes take took takes_out pulls_out pull_out draws holds hold holding held holds_up
    holds_out grabs grab grabbing clutches clutch clutching grips gripping carries carry carrying hands handing gives
    giving passes tosses toss tossing throws throw throwing drops dropping puts_down put_down puts_away sets_down
    lays_down lifts lift lifting raises raising opens opening unfolds unfolding folds folding tears tearing rips
    breaks smashes reads reading reaches_for snatches unwraps wraps pockets pocketing hides hiding lights lighting
    pours drinks sips eats bites writes signs wears slides pushes wields brandishes aims points cocks loads unlocks
    turns turn turning puts shakes wipes washes scrubs cleans polishes winds examines inspects studies
    fingers fiddles_with plays
    """.split()
)
"""Verbs of the hand."""

NOT_HANDLED = frozenset(
    """
    hand hands arm arms head face eye eyes hair leg legs foot feet finger fingers shoulder shoulders back mouth lip
    lips cheek chin nose knee knees chest neck body sleeve heart breath step steps seat look moment beat second
    minute turn way time place position corner stage floor ground wall walls door doors window windows gate table
    tables desk chair chairs stool sofa couch bed bench counter shelf stairs staircase room house street road roof
    car cars truck bus taxi cab van boat ship ferry plane train bike bicycle motorcycle helicopter horse dog cat
    bird birds animal animals fish child children baby man woman boy girl men women people crowd person others one
    another other it him her them something anything nothing everything everyone someone thing things bit lot sip
    drink bite drag puff swig shot glance smile laugh nod call bath shower nap break walk ride photo-op picture word
    words question answer idea hint point side edge end middle top bottom rest half light lights lamp darkness
    silence air wind rain water sea wave waves fire smoke sky sun moon night day morning evening voice sound music
    song scene camera view distance direction line lines control charge care advantage cover aim notice part
    engine motor brake wheel throttle weight pace speed game role scene surface fridge oven stove sink drawer
    drawers page pages curtain curtains blinds trunk hood lid steering button switch
    path bottom mouthful handful chance risk case sentence thought thoughts gaze stare tear
    tears blood dust proscenium app habit spell tier
    address station-address noise silence answer-phone attention effort strength nerve
    courage pain anger grief
    breath mind life death world truth name names age
    """.split()
)
"""What hands are laid on that no property master brings: bodies, sets, vehicles, animals, and figures of speech."""

MODIFIERS = frozenset(
    """
    old new small big large little tiny huge long short heavy light broken empty full half-empty wet dry dirty clean
    red blue green yellow black white grey gray brown silver golden gold pink purple rusty worn torn crumpled folded
    sealed cheap expensive single last first second other same own good bad cold hot warm young beautiful ugly
    plain strange shiny bright dark loaded unlit lit smoking open closed locked steaming untouched
    """.split()
)
"""Words before a thing that are no part of its name."""

STOPS = frozenset(
    """
    a an the his her their its my your our this that these those and or but then as at in into on onto off of from
    to toward towards with without by for over under up down out through across behind between before after around
    against near inside outside while when who which where is are was were has have had and-then not so too very
    just still again back away together slowly quickly gently carefully he she they it him them i you we
    """.split()
)


AMBIGUOUS = frozenset(
    """
    match rose roses ring file files pass pipe card cards note notes book books glass pan pot watch tape paper ball
    bag box boxes dish gift plate bowl letter letters radio remote mask pen gun hammer saw play crown cap tie
    present medicine coffee receiver mobile mug ticket tickets coin toy apple mic controller script flare whistle
    paddle canteen compass torch lighter badge belt needle contract document weapon medal manuscript
    """.split()
)
"""Words that are more than a thing: they count with an article, an adjective or a number before them."""
WORN = frozenset(
    "tie scarf glove hat coat belt glasses watch mask helmet badge medal necklace bracelet ring crown".split()
)
"""What is worn is costume until a hand is on it."""
PART_OF_A_SET = frozenset(
    """
    window office hall room door rack stand shop booth counter machine box holder drawer shelf shelves case store
    stall inspector collector lamp light screen board wall club man woman boy girl player seller cover frame of-war
    """.split()
)
"""Behind the name of a thing, these make it part of a set or a person: a ticket window, a book shop."""
NOT_MEANT = frozenset(
    """
    dog cat horse bird bride groom wife husband mother father mom dad son daughter sister brother baby kid figure
    guard nurse cop clerk priest nun king queen prince princess soldier crew team gang band audience chorus ghost
    monster creature robot alien stranger guest guests neighbour neighbor victim suspect agent chief boss friend
    friends family voice crash bang thud scream screams knock click boom roar buzz beep hum siren gunshot explosion
    splash howl whistle creak rumble shriek sound sounds music silence close angle shot pov montage insert title
    super end beginning same day night
    """.split()
)
"""What a script puts in capitals for other reasons: people as they come in, animals, sounds, the camera."""
PERSON_ENDINGS = ("er", "or", "man", "men", "woman", "women", "ist", "ess", "ian", "boy", "girl")
"""Endings of those who do something; the tools that end so are known by name."""
PERSONS = frozenset(
    """
    witness witnesses hostage hostages prisoner prisoners suspect suspects victim victims patient patients customer
    guest guests visitor visitors doctor doctors nurse nurses officer officers cop cops detective lawyer judge juror
    teacher student students driver pilot captain soldier soldiers guard guards thief thieves robber killer murderer
    husband wife bride groom mother father mom mum dad parent parents son daughter sister brother aunt uncle
    grandmother grandfather grandma grandpa cousin neighbour neighbor friend friends boss client clients stranger
    strangers boy boys girl girls baby babies kid kids toddler twins lady gentleman guy guys couple widow king queen
    prince princess priest nun corpse body
    """.split()
)
"""Whoever is taken, held or carried is no property."""
