"""Things that are handled: what is a property, and what is not though a hand is on it."""

# Letters of many scripts are the subject here, so look-alikes are meant.

PROPS = """
phone: phone phones smartphone cellphone mobile handset receiver iphone телефон* трубк* téléphone portable telefon handy teléfono móvil telefono 手机 电话 携帯 スマホ 電話 전화 휴대폰
letter: letter letters письмо письма письме письмом lettre brief carta lettera 信 来信 手紙 편지
envelope: envelope envelopes конверт* enveloppe umschlag sobre busta 信封 封筒 봉투
note: note записк* mot zettel nota biglietto 纸条 字条 便条 メモ 쪽지
photograph: photo photos photograph photographs snapshot polaroid фото фотографи* снимок снимк* photographie foto fotografía 照片 写真 사진
key: key keys keyring ключ ключи ключа ключом ключей clé clef clés schlüssel llave llaves chiave chiavi 钥匙 鍵 열쇠
knife: knife knives dagger blade switchblade нож ножа ножом couteau messer cuchillo coltello 刀 匕首 ナイフ 包丁 칼
gun: gun pistol revolver rifle shotgun handgun weapon firearm пистолет* револьвер* ружьё ружье ружья винтовк* оружи* pistolet fusil pistole gewehr waffe pistola fusil fucile 枪 手枪 銃 拳銃 총 권총
sword: sword swords sabre saber katana меч меча мечом сабл* шпаг* épée schwert espada spada 剑 刀剑 剣 검
ring: ring rings кольцо кольца кольцом bague anneau anillo anello 戒指 指輪 반지
watch: wristwatch pocket-watch watch_face наручные_часы montre armbanduhr 手表 怀表 腕時計 손목시계
bag: bag bags handbag purse backpack rucksack satchel duffel сумк* рюкзак* мешок пакет* sac cartable tasche rucksack bolsa bolso mochila borsa zaino 包 背包 书包 鞄 カバン 가방 배낭
suitcase: suitcase suitcases valise briefcase чемодан* портфель* портфел* mallette koffer aktenkoffer maleta maletín valigia 手提箱 行李箱 皮箱 公文包 スーツケース 여행가방
wallet: wallet billfold бумажник* кошел* portefeuille brieftasche cartera portafoglio 钱包 財布 지갑
money: money cash banknote banknotes coins coin deньги деньги денег деньгами купюр* монет* argent billets geld münze dinero moneda soldi denaro 钱 现金 钞票 硬币 お金 札束 돈 동전
ticket: ticket tickets билет билеты билета билетом билетик* fahrkarte boleto biglietto 车票 船票 票 切符 チケット 표 티켓
passport: passport passports паспорт* passeport pass pasaporte passaporto 护照 パスポート 여권
map: map maps карту карта карте картой carte_routière landkarte mapa mappa 地图 地図 지도
newspaper: newspaper newspapers magazine газет* журнал* journal zeitung periódico giornale 报纸 杂志 新聞 雑誌 신문
book: book books novel bible textbook книгу книга книги книгой роман livre buch libro livro 书 一本书 小说 本を 책
diary: diary journal notebook logbook дневник* блокнот* тетрад* carnet tagebuch notizbuch diario cuaderno taccuino 日记 笔记本 日記 ノート 일기 공책
pen: pen pens pencil pencils ручку ручкой карандаш* stylo crayon stift kugelschreiber bolígrafo lápiz penna matita 笔 钢笔 铅笔 ペン 鉛筆 펜
papers: document documents contract file folder dossier paperwork manuscript script документ* договор* папк* рукопис* dossier contrat akte vertrag expediente contrato fascicolo 文件 合同 剧本 書類 契約書 서류
paper: paper sheet_of_paper leaflet flyer pamphlet листок листке листовк* feuille_de_papier papierbogen papel foglio 纸 一张纸 传单 紙 종이
card: card business_card postcard playing_cards cards открытк* визитк* carte_postale postkarte tarjeta postal cartolina 卡片 名片 明信片 カード 名刺 카드 명함
laptop: laptop tablet ipad ноутбук* планшет* ordinateur notebook-computer portátil 笔记本电脑 平板 ノートパソコン 노트북
camera: camera cameras camcorder фотоаппарат* камеру камерой appareil_photo kamera fotoapparat cámara macchina_fotografica 相机 照相机 カメラ 카메라
radio: walkie-talkie walkie transistor рацию рация рации talkie-walkie funkgerät 对讲机 収音機 トランシーバー 무전기
flashlight: flashlight torch lantern фонарик* фонарь фонарём фонарем taschenlampe laterne linterna torcia 手电筒 手电 灯笼 懐中電灯 손전등
lighter: lighter matches matchbox match зажигалк* спичк* briquet allumette feuerzeug streichholz encendedor accendino 打火机 火柴 ライター マッチ 라이터 성냥
cigarette: cigarette cigarettes cigar cigars pipe сигарет* сигар* папирос* zigarette zigarre cigarrillo sigaretta 香烟 一支烟 雪茄 煙草 タバコ 담배
bottle: bottle bottles flask vodka whisky whiskey бутылк* фляг* флягу bouteille flasche botella bottiglia 酒瓶 瓶子 水壶 瓶 병
glass: glass glasses tumbler goblet wineglass стакан* бокал* рюмк* verre glas vaso copa bicchiere 酒杯 玻璃杯 グラス 잔 유리잔
cup: cup cups mug mugs teacup coffee чашк* чашу кружк* tasse becher taza tazza 杯子 茶杯 一杯 カップ 湯呑み 컵 찻잔
plate: plate plates bowl bowls dish dishes тарелк* миск* assiette bol teller schüssel plato piatto 盘子 碗 皿 접시 그릇
kettle: kettle teapot чайник* bouilloire théière kessel tetera bollitore 水壶 茶壶 やかん 주전자
pan: pan frying_pan saucepan pot сковород* кастрюл* poêle casserole pfanne topf sartén olla padella 锅 平底锅 鍋 フライパン 냄비
food: bread sandwich cake apple soup pizza burger хлеб* бутерброд* торт* яблок* суп супа pain gâteau pomme brot kuchen apfel pan_de pastel manzana pane torta mela 面包 蛋糕 苹果 饼 パン ケーキ 빵 케이크
towel: towel towels dish_towel tea_towel napkin handkerchief tissue полотенц* салфетк* платок платк* serviette mouchoir handtuch taschentuch toalla pañuelo asciugamano fazzoletto 毛巾 手帕 タオル ハンカチ 수건 손수건
clothing in hand: tie necktie scarf glove gloves hat cap umbrella coat jacket галстук* шарф* перчатк* шляп* зонт* зонтик* cravate écharpe chapeau parapluie krawatte schal hut regenschirm corbata bufanda sombrero paraguas cravatta sciarpa cappello ombrello 领带 围巾 帽子 雨伞 ネクタイ 帽子 傘 넥타이 모자 우산
spectacles: eyeglasses spectacles sunglasses очки очков очках lunettes brille gafas occhiali 眼镜 墨镜 眼鏡 안경
necklace: necklace locket pendant brooch bracelet medal ожерель* медальон* кулон* браслет* медал* collier médaillon halskette collar medalla collana 项链 手镯 奖章 ネックレス 목걸이
flowers: flower flowers bouquet rose roses букет* цветок цветы розу розы fleur bouquet_de blume strauß flor ramo fiore mazzo 花束 鲜花 玫瑰 花 꽃 꽃다발
box: box boxes package parcel gift present коробк* шкатулк* посылк* подарок подарк* boîte colis cadeau schachtel paket geschenk caja paquete regalo scatola pacco 盒子 箱子 包裹 礼物 箱 荷物 상자 선물
toy: toy toys doll teddy_bear игрушк* кукл* jouet poupée spielzeug puppe juguete muñeca giocattolo bambola 玩具 娃娃 玩偶 おもちゃ 人形 장난감 인형
tool: hammer wrench screwdriver axe saw shovel spade rope crowbar pliers молоток молотк* топор* лопат* верёвк* веревк* пил* marteau hache pelle corde hammer axt schaufel seil martillo hacha pala cuerda martello ascia corda 锤子 斧头 铲子 绳子 锯 ハンマー 斧 ロープ 망치 도끼 밧줄
pills: pill pills medicine syringe needle таблетк* лекарств* шприц* pilule seringue tablette spritze pastilla jeringa pillola siringa 药 药片 针筒 薬 注射器 약 주사기
handcuffs: handcuffs cuffs badge наручник* значок жетон* menottes insigne handschellen dienstmarke esposas placa manette distintivo 手铐 徽章 手錠 バッジ 수갑 배지
instrument: guitar violin flute trumpet harmonica accordion гитар* скрипк* флейт* гармон* баян* guitare violon gitarre geige guitarra violín chitarra violino 吉他 小提琴 笛子 二胡 ギター バイオリン 기타 바이올린
ball: ball football basketball мяч* мячик* ballon pelota pallone 球 足球 ボール 공
microphone: microphone mic микрофон* микрофона micro mikrofon micrófono microfono 话筒 麦克风 マイク 마이크
remote: remote remote_control joystick controller пульт* télécommande fernbedienung mando telecomando 遥控器 リモコン 리모컨
usb stick: usb flash_drive hard_drive disk cassette tape videotape флешк* диск кассет* clé_usb usb-stick kassette 优盘 硬盘 磁带 カセット 테이프
compass: compass binoculars telescope компас* бинокл* подзорн* boussole jumelles kompass fernglas brújula prismáticos bussola binocolo 指南针 望远镜 羅針盤 双眼鏡 나침반 쌍안경
mirror: hand_mirror compact зеркальце карманное_зеркало taschenspiegel 小镜子 手鏡 손거울
mask: mask masks helmet crown маск* шлем* корон* masque casque couronne maske helm krone máscara corona maschera 面具 头盔 王冠 口罩 仮面 가면 왕관
sign: placard cardboard_sign плакат* pancarte schild pancarta cartello 牌子 标语 プラカード 팻말
candle: candle candles свечу свеча свечой bougie kerze vela candela 蜡烛 ろうそく 촛불
microscope: microscope test_tube vial пробирк* колб* éprouvette reagenzglas 试管 显微镜 試験管 시험관
lifebelt: lifebelt life_jacket oar oars anchor flare спасательн* весло вёсла весла bouée rame rettungsring ruder salvavidas remo 救生圈 桨 浮き輪 노
coin purse: locket_box music_box jewelry_box boîte_à_musique spieluhr 音乐盒 首饰盒 オルゴール
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
    turns_over shakes wipes washes scrubs cleans polishes winds examines inspects studies fingers fiddles_with plays
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
    drawers curtain curtains blinds trunk hood lid steering button switch
    path bottom mouthful handful chance risk case sentence thought thoughts gaze stare tear tears blood dust
    attention effort strength nerve courage pain anger grief breath mind life death world truth name names age
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
