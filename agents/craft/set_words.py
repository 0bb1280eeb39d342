"""Words of stage directions that ask something of a set: what stands in it, dresses it, lights it, hangs in its air.

A row: what it is called | what is said of it | words. `*` stands for any ending; writing without spaces is
      found
anywhere.
"""

# Letters of many scripts are the subject here, so look-alikes are meant.

PIECES = """
door | where an entrance faces the camera | door; doors; doorway; doorstep; threshold; дверь; двери; дверью;
      дверям; порог*; porte; tür; türe; puerta; porta; 门; 門; ドア; 扉; 문
window | in a side wall, where key light can come from | window; windows; windowsill; windowpane; окно; окна;
      окну; окном; окне; fenêtre; fenster; ventana; finestra; janela; 窗; 窓; 창문
table | clear of the walls, so that every side of it can be shot from | table; tables; tabletop; стол; стола;
      столу; столом; столе; столик*; table; tisch; mesa; tavolo; 桌; テーブル; 탁자; 식탁
desk | across a corner, facing the door | desk; desks; bureau; schreibtisch; escritorio; scrivania; 书桌;
      办公桌; 机; 책상
chair | set by what the scene does with it, never by the wall | chair; chairs; armchair; stool; stools; стул*;
      кресл*; табурет*; chaise; fauteuil; stuhl; sessel; silla; sillón; sedia; 椅; 凳; 椅子; 의자
sofa | away from the wall, so that a camera can stand behind it | sofa; couch; settee; диван*; canapé; sofá;
      divano; 沙发; ソファ; 소파
bed | its head to a wall that can be taken out | bed; beds; bunk; bunks; cot; mattress; кровать; кровати;
      кроватью; постел*; койк*; lit; bett; cama; letto; 床; ベッド; 침대
counter | across the room, between who asks and who serves | counter; hatch; bar top; стойк*; прилавк*;
      comptoir; theke; tresen; mostrador; bancone; 柜台; 吧台; カウンター; 카운터
sink | under the window or before a wall that can be taken out | sink; basin; раковин*; умывальник*; évier;
      lavabo; spüle; waschbecken; fregadero; lavandino; 水槽; 洗手池; 流し; 싱크대
stove | beside the door or across from it, so that whoever cooks can turn | stove; oven; hob; cooker; плит*;
      печь; печи; печк*; cuisinière; herd; ofen; estufa; fornello; 灶; 炉子; コンロ; 난로
fridge | at the end of the worktop, its light towards the room | fridge; refrigerator; freezer; холодильник*;
      frigo; kühlschrank; nevera; frigorifero; 冰箱; 冷蔵庫; 냉장고
mirror | where it can be shot past a shoulder without the camera | mirror; зеркал*; miroir; spiegel; espejo;
      specchio; 镜子; 鏡; 거울
stairs | the foot in the picture, the head out of it | stairs; staircase; steps down; stairway; лестниц*;
      ступен*; escalier; treppe; escalera; scala; 楼梯; 階段; 계단
shelf | where it can be shot through | shelf; shelves; bookcase; bookshelf; rack; полк*; стеллаж*; étagère;
      regal; estante; scaffale; 架子; 书架; 棚; 선반
cupboard | along a wall that no shot needs | cupboard; cabinet; wardrobe; closet; drawer; drawers; dresser;
      chest of drawers; шкаф*; комод*; ящик стола; armoire; placard; schrank; armario; armadio; 柜子; 衣柜;
      抽屉; 引き出し; 서랍; 옷장
bench | facing what is looked at | bench; benches; pew; pews; скамей*; лавочк*; скамь*; banc; bank; banco;
      panchina; 长椅; 长凳; ベンチ; 벤치
wall | kept free where somebody leans or something is thrown | wall; walls; стена; стены; стене; стену; стеной;
      mur; wand; pared; muro; parete; 墙; 壁; 벽
fireplace | in the wall across from the door | fireplace; hearth; mantelpiece; mantel; камин*; cheminée; kamin;
      chimenea; camino; 壁炉; 暖炉; 벽난로
gate | as the way in, in the picture | gate; gates; turnstile; barrier; ворот*; калитк*; шлагбаум*; portail;
      grille; tor; schranke; portón; cancello; 大门; 栅栏; 門扉; 대문
fence | as the edge of the set | fence; railing; hedge; hedges; забор*; ограда; перил*; clôture; zaun; geländer;
      valla; recinzione; 篱笆; 栏杆; 柵; 울타리
bin | within an arm's reach of the way people walk | bin; trash can; garbage can; dumpster; wastebasket; урн*;
      мусорк*; poubelle; mülleimer; papelera; cestino; 垃圾桶; ゴミ箱; 쓰레기통
board | where those who read it face the camera | departures board; noticeboard; notice board; blackboard;
      whiteboard; scoreboard; billboard; доск*; табло; tableau noir; tafel; anzeigetafel; pizarra; lavagna;
      黑板; 告示牌; 黒板; 칠판
piano | so that hands and face are had in one frame | piano; пианино; рояль; рояля; klavier; 钢琴; ピアノ;
      피아노
bath | along a wall that can be taken out | bathtub; bath; tub; ванну; ванне; baignoire; badewanne; bañera;
      vasca; 浴缸; 浴槽; 욕조
stage | as the axis of the set | stage; platform; podium; pulpit; altar; lectern; сцена; сцене; сцену; алтар*;
      трибун*; bühne; scène; escenario; palco; 舞台; 讲台; 祭坛; 무대
console | before the window or screen that everybody looks at | console; control panel; dashboard; helm; штурвал*;
      пульт*; steuerrad; timón; 控制台; 舵; 조종석
bollard | as a mark at the edge | bollard; bollards; mooring; кнехт*; bitte d'amarrage; poller; bolardo; 系船柱;
      缆桩
hull | as a wall that can be walked along | hull; gangway; gangplank; mast; bow; stern; трап*; борт; борту;
      мачт*; нос корабля; coque; passerelle; rumpf; casco; scafo; 船头; 船尾; 桅杆; 船体; 뱃머리
tree | in the foreground, as a frame | tree; trees; oak; trunk; tree stump; дерев*; дуб; берёз*; берез*; arbre;
      baum; árbol; albero; 树; 木; 나무
grave | where whoever stands at it faces the camera | grave; headstone; tombstone; gravestone; могил*;
      надгроби*; tombe; grab; tumba; tomba; 墓碑; 坟; 墓; 무덤
"""

DRESSING = """
crockery | | cup; cups; mug; mugs; plate; plates; dish; dishes; bowl; bowls; saucer; wineglasses; teapot; pan;
      pans; pots; чашк*; кружк*; тарелк*; стакан*; посуд*; tasse; assiette; verre; tasse; teller; taza; plato;
      vaso; tazza; piatto; 杯; 盘子; 碗; 茶杯; カップ; 皿; 접시
books | | books; book; notebooks; binders; files; papers; documents; книг*; бумаг*; папк*; livres; papiers;
      bücher; papiere; libros; papeles; libri; 书本; 书籍; 文件; 本棚の本; 책
pictures on the wall | | painting; paintings; portrait; portraits; poster; posters; photographs; framed;
      картин*; портрет*; плакат*; tableau; affiche; gemälde; plakat; cuadro; cartel;
      quadro; 画像; 油画; 肖像; 海报; 绘画; 絵; 그림
curtains | | curtain; curtains; drapes; blinds; shutters; занавес*; штор*; жалюзи; rideau; rideaux; vorhang;
      jalousie; cortina; persiana; tenda; 窗帘; 百叶窗; カーテン; 커튼
rug | | carpet; rug; doormat; ковёр; ковер; ковра; ковром; коврик*; tapis; teppich; alfombra; tappeto; 地毯;
      絨毯; 카펫
flowers and plants | | flowers; bouquet; plant; plants; vase; flowerpot; цветы; цветами; букет*; ваз*; горшок; fleurs;
      blumen; flores; fiori; 鲜花; 花瓶; 盆栽; 花束; 花が; 꽃
clothes lying or hanging | | coats; laundry; clothesline; washing line; hangers; бельё; белье; вешалк*; linge;
      wäsche; ropa; bucato; 晾衣; 洗濯物; 빨래
boxes and luggage | | boxes; crates; crate; suitcases; luggage; cartons; barrels; barrel; sacks; pallets;
      коробк*; чемодан*; бочк*; мешк*; caisses; valises; kisten; koffer; cajas; maletas; scatole; 箱子; 行李;
      木箱; 段ボール; 상자
ropes and nets | | ropes; rope; nets; buoys; lifebelt; anchor; chains; канат*; сети; верёвк*; веревк*; якор*;
      цеп*; corde; cordes; filets; seile; netze; cuerdas; redes; corde; reti; 绳索; 缆绳; 渔网; ロープ; 網;
      밧줄; 그물
charts and notices | | charts; maps; timetable; notices; notice; calendar; расписани*; объявлени*; календар*;
      carte marine; affichette; fahrplan; karten; horario; mapas; orario; 海图; 地图; 时刻表; 日历; 告示;
      時刻表; 달력
clock | | clock; clocks; wall clock; grandfather clock; часы; часов на стене; horloge; wanduhr; uhr; reloj;
      orologio; 钟; 时钟; 挂钟; 時計; 시계
machines | | radio; tape recorder; typewriter; vending machine; jukebox; fan; ceiling fan; printer; копир*;
      радио; радиоприёмник*; радиоприемник*; вентилятор*; магнитофон*; ventilateur; ventilator; ventilador;
      收音机; 风扇; 打字机; ラジオ; 扇風機; 라디오
signs | | sign; signs; banner; banners; flag; flags; graffiti; вывеск*; флаг*; надпис*; enseigne; drapeau;
      schild; fahne; letrero; bandera; insegna; 招牌; 旗; 横幅; 看板; 간판; 깃발
bottles | | bottles; ashtray; cans; бутылк*; пепельниц*; bouteilles; cendrier; flaschen; aschenbecher; botellas;
      bottiglie; 酒瓶; 烟灰缸; 瓶; 술병
litter and rubble | | rubble; debris; garbage; trash; litter; broken glass; shards; wreckage; ruins; мусор*;
      обломк*; осколк*; руин*; débris; décombres; trümmer; scherben; müll; escombros; basura; macerie; 废墟;
      碎片; 垃圾; 瓦礫; 잔해
toys | | toys; doll; dolls; teddy bear; игрушк*; кукл*; jouets; spielzeug; juguetes; giocattoli; 玩具; おもちゃ;
      장난감
linen | | tablecloth; blanket; blankets; pillow; pillows; sheets; cushions; quilt; скатерт*; одеял*; подушк*;
      простын*; nappe; couverture; oreiller; decke; kissen; mantel; manta; almohada; coperta; 被子; 毯子; 枕头;
      桌布; 毛布; 枕; 이불; 베개
snow and leaves on the ground | | snowdrift; fallen leaves; dead leaves; puddle; puddles; mud; сугроб*; луж*;
      грязь; листв*; boue; flaques; pfützen; schlamm; charcos; barro; fango; 水坑; 泥; 落叶; 水たまり; 落ち葉;
      웅덩이; 낙엽
"""

PRACTICALS = """
lamp | | lamp; lamps; lamplight; lampshade; bedside light; desk light; ламп*; светильник*; абажур*; lampe;
      lámpara; lampada; 灯光; 台灯; 电灯; ランプ; 전등
bare bulb | | bulb; bulbs; light bulb; bare bulb; лампочк*; ampoule; glühbirne; bombilla; lampadina; 灯泡; 電球;
      전구
lantern | | lantern; lanterns; фонар*; lanterne; laterne; farol; lanterna; 灯笼; 提灯; 등불
torch | | flashlight; flashlights; torch; torches; searchlight; spotlight; фонарик*; факел*; прожектор*; torche;
      projecteur; taschenlampe; fackel; scheinwerfer; linterna; antorcha; torcia; 手电; 火把; 探照灯; 懐中電灯;
      松明; 손전등; 횃불
candle | | candle; candles; candlelight; candelabra; свеч*; свеча; bougie; bougies; kerze; kerzen; vela; velas;
      candela; 蜡烛; 烛光; ろうそく; 蝋燭; 촛불
fire | | campfire; bonfire; fireplace; flames; firelight; burning; blaze; костёр; костер; костра; пламя; огонь;
      огня; camin; feu; flammes; feuer; flammen; fuego; llamas; fuoco; fiamme; 火焰; 篝火; 火光; 炉火; 炎;
      焚き火; 불꽃; 모닥불
screen | | screen; screens; monitor; monitors; television; tv; laptop; phone glows; экран*; телевизор*;
      монитор*; écran; téléviseur; bildschirm; fernseher; pantalla; televisor; schermo; televisione; 屏幕; 电视;
      显示器; 画面; テレビ; スクリーン; 화면; 텔레비전
neon | | neon; neon sign; illuminated sign; неон*; вывеска горит; néon; leuchtreklame; neón; 霓虹; ネオン; 네온
headlights | | headlights; headlight; headlamp; taillights; brake lights; фар; фары; phares; faros; fari; 车灯;
      大灯; ヘッドライト; 헤드라이트; 전조등
street lamp | | street lamp; streetlamp; street lamps; streetlight; streetlights; street light; lamppost; lamp
      post; уличный фонарь; réverbère; lampadaire; straßenlaterne; farola; lampione; 路灯; 街灯; 가로등
chandelier | | chandelier; chandeliers; люстр*; lustre; kronleuchter; araña de cristal; lampadario; 吊灯;
      シャンデリア; 샹들리에
fluorescent | | fluorescent; fluorescents; strip light; strip lights; overhead lights; люминесцент*; tube
      fluorescent; neonröhre; fluorescente; 日光灯; 荧光灯; 蛍光灯; 형광등
window light | | sunlight; sunbeam; shaft of light; shafts of light; moonlight; daylight; through the window;
      sun streams; лунный свет; лучи солнца; солнечный свет; clair de lune; rayon; mondlicht; sonnenlicht; luz de
      la luna; luce della luna; 月光; 阳光; 日光; 月明かり; 陽射し; 햇빛; 달빛
lighthouse beam | | lighthouse beam; beacon; beam of the lighthouse; beam sweeps; свет маяка; луч маяка
signal light | | traffic light; traffic lights; red light; green light; blinking; flashing lights; siren lights;
      светофор*; мигал*; feu rouge; ampel; blaulicht; semáforo; semaforo; 红绿灯; 警灯; 信号; 신호등
"""

AIR = """
rain | rain bars, and everything that is wet kept wet between takes | rain; rains; raining; rainy; rainstorm;
      downpour; drizzle; drizzles; drizzling; дожд*; ливен*; ливн*; pluie; pleut; regen; regnet; lluvia; llueve;
      pioggia; piove; chuva; 雨; 비가; 비를; 빗물
snow | snow, from above or laid on the ground | snow; snowing; snowfall; snowflakes; blizzard; sleet; hail;
      снег*; метел*; вьюг*; neige; neiger; schnee; schneit; nieve; nieva; neve; nevica; 雪; 눈보라; 눈이 내
fog | fog, low, and no wind | fog; foggy; mist; misty; туман*; brouillard; brume; nebel; niebla; bruma; nebbia;
      雾; 霧; 안개
smoke | smoke, made fresh for every take | smoke; smoky; smoking ruins; дым*; fumée; rauch; humo; fumo; 烟雾;
      浓烟; 烟; 煙; 연기
haze | haze, so that beams of light are seen | haze; hazy; марев*; дымк*; voile de brume; dunst; calima;
      foschia; 薄雾; もや; 아지랑이
steam | steam, from below or out of what boils | steam; steams; steaming; vapour; vapor; пар валит; клубы пара;
      vapeur; dampf; vapor; vapore; 蒸汽; 水汽; 湯気; 김이
dust | dust in the air, with light behind it | dust; dusty; sandstorm; пыль; пыли; пылью; poussière; staub;
      polvo; polvere; 灰尘; 尘土; 沙尘; 埃; 먼지
wind | wind machines on what can move | wind; windy; gust; gusts; gale; breeze; hurricane; tornado; ветер;
      ветра; ветру; ветром; ураган*; vent; windböe; viento; vento; 风吹; 大风; 狂风; 海风; 寒风; 風; 바람
storm | lightning from outside the windows, thunder left to sound | storm; stormy; thunderstorm; lightning;
      thunder; гроз*; молни*; шторм*; orage; éclair; tempête; gewitter; sturm; blitz; tormenta; relámpago;
      tempesta; fulmine; 暴风雨; 闪电; 雷电; 打雷; 嵐; 雷; 폭풍; 번개
fire | fire that can be turned off: gas bars, and somebody with an extinguisher | flames; on fire; ablaze;
      bonfire; campfire; inferno; пожар*; пламя; костёр; костер; горит дом; incendie; flammes; brand; flammen;
      incendio; llamas; fiamme; 着火; 火焰; 大火; 篝火; 火事; 炎; 불길; 화재
sparks | sparks, away from cloth and faces | sparks; fireworks; искр*; фейерверк*; салют*; étincelles; feux
      d'artifice; funken; feuerwerk; chispas; fuegos artificiales; scintille; 火花; 烟花; 花火; 불꽃놀이
explosion | an explosion: its own day, its own crew | explosion; explodes; blast; detonates; взрыв*; взрыва*;
      explosion; explose; explosión; explota; esplosione; 爆炸; 爆発; 폭발
running water | water that runs, and somewhere for it to go | drips; dripping; leaks; leaking; flood; flooded;
      waterfall; капает; течёт вода; течет вода; наводнени*; потоп*; goutte; inondation; tropft; überschwemmung;
      gotea; inundación; gocciola; 滴水; 漏水; 洪水; 水漏れ; 홍수
surf | waves, as they come: tides are scheduled by | the waves; waves crash; waves break; waves roll; surf;
      tide; spray; волн*; прибо*; прилив*; vagues; marée; wellen; brandung; flut; olas; marea; onde; 浪花; 海浪;
      潮水; 波; 潮; 파도
"""

NEGATED = frozenset(
    "no not without never stopped stops ended ends cleared ceased like as нет без не sans sin ohne port cable".split()
)
"""Just before or after a word of the air, these say that it is not there, or only likened to."""
