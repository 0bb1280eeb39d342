"""Kinds of places: what one is, how it is usually got, what it is made of, what stands in it and lights it.

A row: name | stage or location | hue in degrees and chroma of its ground (OkLCh) | what it is | its large
      surface;
the second; the small one | what stands where | dressing | lights that are seen | how light usually falls |
      words.
"""

# Letters of many scripts are the subject here, so look-alikes are meant.

ROWS = """
kitchen | stage | 80 .035 | a kitchen | walls; cupboards and table; tiles and tea towels | the sink under a
      window; the table clear of the walls, so that every side of it can be shot from; the stove beside a door |
      pans and crockery in use; a calendar; what was bought this week | a lamp over the table; the window over
      the sink | soft through the window by day, one lamp over the table by night | kitchen; kitchenette; кухня;
      кухни; cuisine; küche; cocina; cucina; cozinha; 厨房; 廚房; 台所; キッチン; 부엌; 주방
bedroom | stage | 60 .03 | a bedroom | walls; bedding; curtains and rug | the bed with its head to a wall that
      can be taken out; a window to one side of it; the door across from it | a bedside table; clothes of
      whoever sleeps here | a bedside lamp; the window | low and from one side | bedroom; bed chamber;
      dormitory; nursery; спальня; детская; chambre; schlafzimmer; kinderzimmer; dormitorio; habitación; camera
      da letto; quarto; 卧室; 臥室; 寝室; 침실
living room | stage | 65 .04 | a living room | walls; sofa and chairs; cushions and rug | the sofa away from the
      wall; chairs across from it; the door behind whoever sits down first | pictures; books; what was left on
      the table | a standing lamp; the window | from the window by day, from lamps at the height of a head by
      night | living room; sitting room; lounge; parlor; parlour; den; drawing room; family room; гостиная; зал;
      salon; séjour; wohnzimmer; sala de estar; salón; soggiorno; 客厅; 客廳; 居间; リビング; 거실
dining room | stage | 50 .05 | a dining room | walls; table and chairs; linen | the table clear of the walls;
      its head towards the door | glasses and plates; candlesticks | a lamp over the table | a pool over the
      table, the corners let go | dining room; dining hall; столовая; salle à manger; esszimmer; comedor; sala
      da pranzo; 餐厅; 飯廳; 食堂
bathroom | stage | 200 .02 | a bathroom | tiles; basin and bath; towels | the mirror where it can be shot past a
      shoulder; the bath along a wall that can be taken out | towels; bottles | a strip light over the mirror |
      hard and from above, given back by tiles | bathroom; restroom; rest room; toilet; toilets; washroom;
      lavatory; shower; ladies room; men's room; ванная; туалет; душевая; salle de bain; toilettes; badezimmer;
      baño; bagno; banheiro; 浴室; 卫生间; 洗手间; 厕所; トイレ; 화장실; 욕실
corridor | stage | 90 .015 | a corridor | walls; floor; doors | doors along one side; its end in the picture | a
      noticeboard or nothing | lights in the ceiling, one after another | pools from above with dark between
      them | corridor; hallway; hall way; passage; passageway; hall; foyer; lobby; vestibule; landing; entrance
      hall; entryway; entrance; коридор; прихожая; холл; вестибюль; couloir; entrée; flur; diele; pasillo;
      vestíbulo; corridoio; corredor; 走廊; 过道; 楼道; 大厅; 廊下; 복도
stairs | location | 85 .015 | a staircase | walls; steps; handrail | the foot in the room, the head out of sight
      | nothing on the steps | a light on the landing | from above, so that whoever comes down comes out of it |
      stairs; staircase; stairway; stairwell; лестница; подъезд; escalier; treppe; treppenhaus; escalera; scala;
      楼梯; 階段; 계단
attic or cellar | stage | 75 .03 | a room where things are kept | bare walls; crates and beams; dust sheets |
      the stairs or hatch at one end; things stacked so that there is one way through | boxes; dust sheets | a
      bare bulb | one source, much dark | attic; basement; cellar; loft; crypt; storeroom; storage room; closet;
      pantry; larder; чердак; подвал; погреб; кладовая; чулан; grenier; cave; dachboden; keller; sótano; desván;
      cantina; 地下室; 阁楼; 仓房; 屋根裏; 지하실
home | location | 70 .035 | somebody's home | walls; furniture; textiles | the door where whoever comes in is
      seen; one seat that is somebody's | what its people use and what they keep | a lamp; the windows | windows
      by day, lamps by night | house; home; flat; apartment; cottage; cabin; shack; hut; bungalow; townhouse;
      condo; dacha; farmhouse; lodge; penthouse; дом; квартира; изба; хижина; дача; комната; maison;
      appartement; cabane; haus; wohnung; hütte; casa; piso; apartamento; appartamento; 家; 公寓; 房子; 住宅;
      房间; 部屋; アパート; 집; 아파트
trailer | location | 85 .03 | a trailer that is lived in | panelling; bench and table; curtains | everything
      within reach of everything; the door at one end | what there is no other room for | a lamp over the bench;
      a small window | low, near and from one side | trailer; trailer home; caravan; motorhome; mobile home; rv;
      трейлер; caravane; wohnwagen; caravana; 房车
mansion | location | 55 .045 | a house of the rich | panelling or stone; furniture; curtains and carpets | the
      stairs on the axis of the door; much floor with nothing on it | portraits; flowers that somebody else
      arranged | chandeliers; tall windows | tall windows to one side | mansion; villa; manor; estate; chateau;
      château; palazzo; особняк; усадьба; вилла; manoir; herrenhaus; mansión; 别墅; 豪宅; 屋敷; 저택
palace | location | 50 .06 | a palace | stone and gilding; thrones and tables; banners and carpets | a long axis
      with the seat of power at its end | guards' places; candelabra | chandeliers; torches; tall windows |
      shafts from high windows | palace; throne room; ballroom; court; royal hall; great hall; дворец; тронный
      зал; бальный зал; palais; salle de bal; palast; schloss; ballsaal; palacio; palazzo reale; 宫殿; 皇宫;
      大殿; 宫; 宮殿; 궁
castle | location | 75 .02 | a fortress | stone; timber; banners | one way in; the height in the picture | arms;
      rushes on the floor | torches; fire | fire against cold stone | castle; fortress; fort; tower; dungeon;
      keep; ramparts; battlements; citadel; замок; крепость; башня; château fort; forteresse; burg; festung;
      turm; castillo; fortaleza; torre; castello; 城堡; 要塞; 塔; 城; 성
office | location | 230 .02 | an office | walls and partitions; desks; paper and chairs | the desk across the
      corner that faces the door, so that one side sits and the other stands | files; a telephone; a plant | a
      desk lamp; lights in the ceiling; a screen | even from above; a desk lamp after hours | office; bureau;
      cubicle; boardroom; conference room; meeting room; reception; headquarters; study; workroom; newsroom;
      cabinet; агентство; офис; кабинет; контора; приёмная; приемная; редакция; переговорная; büro; kanzlei;
      konferenzraum; oficina; despacho; ufficio; escritório; 办公室; 會議室; 会议室; 书房; 事務所; オフィス;
      書斎; 사무실; 서재
ticket office | stage | 85 .03 | a place where tickets are sold | walls and timber; the counter; notices | the
      counter between who asks and who answers; the hatch where both faces can be had | timetables; a till;
      notices | a lamp over the counter; light through
      the hatch | a warm pool inside, against what is outside the hatch |
      ticket office; ticket hall; ticket booth; booth; box office; касса; billetterie; guichet; kasse; schalter;
      taquilla; biglietteria; 售票处; 售票厅; 매표소
hospital | location | 195 .02 | a hospital | walls; beds and trolleys; linen and curtains | the bed where it can
      be got round; a curtain or door between it and the rest | charts; drips; visitors' chairs | lights in the
      ceiling; a monitor; a light over the bed | even, cool and from above; one light over the bed by night |
      hospital; ward; clinic; emergency room; operating room; operating theatre; operating theater; surgery;
      morgue; infirmary; icu; er; waiting room; doctor's office; больница; палата; операционная; морг; клиника;
      hôpital; clinique; krankenhaus; klinik; clínica; ospedale; 医院; 病房; 手术室; 病院; 병원
police station | location | 235 .02 | a police station | walls; table and chairs; files | the table between who
      asks and who is asked; the door behind the one who may leave | files; a recorder; bad coffee | a light
      over the table; a window that does not open | one hard light over the table | police station; precinct;
      interview room; interrogation room; squad room; sheriff's office; evidence room; участок; отделение
      милиции; отделение полиции; полиция; допросная; commissariat; polizeirevier; polizeiwache; comisaría;
      commissariato; 警察局; 派出所; 审讯室; 警察署; 경찰서
cell | stage | 220 .012 | a cell | walls; bunk and bars; blanket | the bunk along one wall; the door across from
      it; nothing between | next to nothing | a high window; a bulb behind wire | from above through something
      that casts bars | cell; prison; jail; jail cell; prison yard; gaol; death row; тюрьма; камера; сизо;
      prison cell; zelle; gefängnis; celda; cárcel; prisión; cella; 监狱; 牢房; 囚室; 刑務所; 감옥
courtroom | location | 55 .045 | a courtroom | panelling; benches; robes and papers | the bench above everybody;
      the witness between the two tables | papers; water glasses | tall windows; lamps on the bench | tall
      windows to one side | courtroom; courthouse; tribunal; зал суда; суд; tribunal; gericht; gerichtssaal;
      juzgado; tribunale; 法庭; 法院; 法廷; 법정
school | location | 95 .04 | a school | walls; desks; what hangs on the walls | rows that face one way; the door
      beside the board | drawings; bags; chalk | windows along one side | windows along one side | school;
      classroom; lecture hall; auditorium; university; college; campus; gymnasium; gym; schoolyard; locker room;
      школа; класс; аудитория; университет; институт; спортзал; école; salle de classe; lycée; schule;
      klassenzimmer; escuela; aula; colegio; scuola; 学校; 教室; 大学; 學校; 학교; 교실
church | location | 70 .025 | a house of worship | stone; pews; cloth and candles | the aisle as axis; the altar
      at its end | candles; flowers; books | candles; coloured windows | shafts from high to one side | church;
      chapel; cathedral; temple; mosque; synagogue; monastery; convent; nave; altar; confessional; church hall;
      shrine; церковь; храм; собор; монастырь; часовня; église; chapelle; kirche; kapelle; dom; iglesia;
      capilla; catedral; chiesa; igreja; 教堂; 寺庙; 庙; 寺; 教会; 神社; 교회; 절
bar | location | 45 .06 | a bar | panelling and walls; the counter; bottles | the counter across the room; the
      stools in profile; the door in the mirror | bottles; mats; glasses | lamps over the counter; signs;
      bottles lit from behind | pools over the counter, faces lit from below the lamps | bar; pub; saloon;
      tavern; inn; nightclub; night club; club; speakeasy; cantina; disco; dive bar; cocktail lounge; бар; паб;
      трактир; кабак; клуб; bar à vin; boîte de nuit; kneipe; bodega; taberna; discoteca; osteria; 酒吧; 夜总会;
      酒馆; バー; 居酒屋; 술집
restaurant | location | 55 .05 | a place where one eats out | walls; tables and seats; linen and cups | the
      table by a window; others between it and the door | cups, cutlery, a menu | lamps over the tables; the
      street window | the window by day, each table its own light by night | restaurant; café; cafe; cafeteria;
      canteen; coffee shop; tea house; teahouse; teashop; diner; bistro; pizzeria; food court; кафе; ресторан;
      кофейня; закусочная; restaurant; gaststätte; cafetería; restaurante; ristorante; 餐馆; 咖啡馆; 咖啡厅;
      饭店; 茶馆; 喫茶店; レストラン; カフェ; 식당; 카페
shop | location | 90 .045 | a shop | shelves and walls; the counter; goods | the counter within sight of the
      door; shelves that can be shot through | goods; prices; a till | shop lights; the street window | even and
      from above; the window by night | shop; store; supermarket; grocery; pharmacy; drugstore; bookshop;
      bookstore; boutique; mall; pawnshop; bakery; butcher shop; barber shop; food store; convenience store; gas
      station; petrol station; магазин; лавка; аптека; супермаркет; заправка; boutique; magasin; épicerie;
      laden; geschäft; supermarkt; tienda; negozio; 商店; 超市; 药店; 书店; 店; コンビニ; 가게; 편의점
market | location | 60 .06 | a market | awnings and ground; stalls; goods | a lane between stalls; depth through
      what hangs | crates; scales; goods | bulbs over the stalls | broken by awnings | market; bazaar;
      marketplace; fish market; fair; рынок; базар; ярмарка; marché; markt; mercado; mercato; 市场; 集市;
      菜市场; 市場; 시장
station | location | 225 .025 | a station | floor and roof; benches; signs | the board where everybody looks;
      benches that face what leaves | departures; luggage; a clock | a departures board; kiosks; lamps | large
      and from above, people small under it | station; railway station; train station; bus station; terminal;
      airport; departure gate; departure lounge; platform; metro; metro station; subway; subway station; bus
      stop; waiting hall; ferry terminal; вокзал; станция; метро; аэропорт; остановка; перрон; gare; quai;
      aéroport; bahnhof; bahnsteig; flughafen; estación; aeropuerto; stazione; 车站; 火车站; 地铁站; 机场; 月台;
      駅; 空港; 역; 공항
train | stage | 45 .03 | a train | panelling; seats; luggage | seats across from each other; the window as a
      moving picture | luggage; a newspaper | reading lamps; the window going by | the window going by | train;
      train compartment; compartment; carriage; train car; railway carriage; dining car; sleeping car; tram;
      subway car; поезд; купе; вагон; трамвай; электричка; wagon; train couchette; zug; abteil; tren; vagón;
      treno; 火车; 车厢; 列车; 電車; 列車; 기차
car | location | 240 .02 | a vehicle | what is seen through the glass; seats; what lies on them | who drives,
      who sits beside, who sits behind: the eyelines that a windscreen allows | what lives in a car | the
      dashboard; headlights; what goes by | what goes by, through glass | car; taxi; cab; truck; van; lorry;
      pickup; pick-up; bus; limousine; limo; ambulance; police car; squad car; patrol car; jeep; minivan; suv;
      motorcycle; coach; машина; автомобиль; такси; грузовик; автобус; джип; скорая; voiture; camion; taxi;
      auto; wagen; lastwagen; coche; carro; camión; autobús; macchina; 汽车; 车内; 车里; 出租车; 卡车; 公交车;
      车; 車; タクシー; 차; 자동차; 택시; 버스
ship | location | 225 .045 | a vessel | deck and hull; rails and ropes; gear | the bow as the way forward; the
      rail as the edge | ropes; lifebelts; charts | navigation lights; a lamp below deck | off the water, from
      below as much as from above | ship; boat; ferry; yacht; deck; cabin cruiser; submarine; barge; trawler;
      vessel; bridge of the ship; hold; below deck; lifeboat; sailboat; rowboat; galleon; корабль; лодка; паром;
      катер; яхта; палуба; каюта; трюм; bateau; navire; pont du bateau; schiff; boot; fähre; barco; buque; nave;
      barca; 船; 轮船; 甲板; 渡轮; 渡船; 艇; 배; 갑판
aircraft | stage | 235 .015 | an aircraft | panelling; seats; belts and trays | rows that face one way; the
      aisle as axis | trays; belts; cards | the window; reading lights; instruments | small windows along one
      side | airplane; aeroplane; plane; aircraft; cockpit; helicopter; jet; first class cabin; самолёт;
      самолет; вертолёт; вертолет; кабина; avion; flugzeug; hubschrauber; avión; aereo; 飞机; 机舱; 直升机;
      飛行機; 비행기
spaceship | stage | 230 .02 | a vessel in space | bulkheads; consoles; suits and panels | the front window or
      screen as axis; stations on both sides of it | controls; things tied down | consoles; screens; strips
      along the floor | from what is built in, cool | spaceship; spacecraft; space station; starship; airlock;
      escape pod; mothership; shuttle; космический корабль; шлюз; vaisseau; raumschiff; nave espacial;
      astronave; 飞船; 宇宙船선
control room | stage | 225 .03 | a room from which something is run | walls and glass; consoles; charts | the
      window or screen as axis; consoles before it | charts; gauges; a chair that is somebody's | dials; a lamp
      over the charts; screens | from dials and one lamp, so that the window stays readable | control room;
      pilot house; wheelhouse; bridge; engine room; operations room; server room; situation room; mission
      control; data center; command center; рубка; диспетчерская; серверная; пульт; salle de contrôle;
      leitstelle; sala de control; 控制室; 驾驶室; 机房; 指挥中心; 管制室
laboratory | stage | 190 .025 | a laboratory | walls; benches; glass | benches that can be shot across; glass in
      the foreground | glassware; notes; instruments | instruments; a light over the bench | even, cool and from
      above | laboratory; lab; observatory; лаборатория; обсерватория; laboratoire; labor; laboratorio; 实验室;
      實驗室; 研究室; 실험실
bank | location | 90 .025 | a bank | stone or its likeness; counters; glass | counters across the room, the queue facing
      them; the door behind whoever waits | forms and pens; ropes on posts | ceiling panels; lamps at the counters |
      even, from above | bank; bank branch; savings bank; bank hall; банк; banque; banco; banca; 银行; 銀行; 은행
vault | location | 235 .015 | a vault | steel; rows of locked boxes; the round door | the door as the only way in;
      boxes along both walls; a table to open one on | nothing | caged lamps | hard, from above, the door's edge
      brighter than the room | vault; bank vault; strongroom; strong room; safe deposit room
archive | location | 70 .04 | a room of books or files | shelves; tables; paper | shelves as lanes that can be
      shot through; one table with light on it | boxes; ladders; dust | a reading lamp | one lamp on the table,
      the shelves let go | library; archive; archives; records room; библиотека; архив; хранилище;
      bibliothèque; archives; bibliothek; archiv; biblioteca; archivo; 图书馆; 档案室; 藏书阁; 図書館; 도서관
studio | stage | 30 .03 | a studio | padded walls; the desk; cables | glass between who performs and who listens
      | microphones; cables; cold coffee | a sign that says who is on; monitors | small pools, glass that gives
      them back | studio; radio studio; radio station; recording studio; tv studio; television studio; sound
      stage; soundstage; film set; darkroom; студия; съёмочная площадка; studio d'enregistrement;
      aufnahmestudio; estudio; 录音棚; 演播室; 工作室; 片场; スタジオ; 스튜디오
theatre | location | 20 .08 | a theatre | black and plush; seats; curtain and costumes | the stage as axis; the
      wings as ways out | ropes; flats; a ghost light | footlights; a follow spot; mirrors with bulbs | from the
      stage, the seats let go | theater; theatre; stage; backstage; dressing room; green room; opera house;
      cinema; movie theater; movie theatre; concert hall; wings; rehearsal room; театр; сцена; гримёрка;
      гримерка; кулисы; кинотеатр; théâtre; scène; loge; bühne; garderobe; kino; teatro; escenario; camerino;
      剧院; 舞台; 后台; 化妆间; 电影院; 劇場; 楽屋; 극장; 무대
hotel | location | 55 .035 | a hotel | walls; bed and desk; curtains | the bed made by somebody else; the door
      that others have a key to | a telephone; a card on the pillow | bedside lamps; the window | lamps in
      pairs; the city or nothing in the window | hotel; hotel room; motel; motel room; guest house; hostel;
      hotel lobby; suite; гостиница; отель; номер; мотель; общежитие; hôtel; chambre d'hôtel; hotelzimmer;
      hostal; albergo; pensione; 酒店; 宾馆; 旅馆; 客栈; ホテル; 旅館; 호텔
casino | location | 15 .1 | a casino | carpet and walls; tables; chips and glass | the table as a lit island; no
      clock, no window | chips; glasses | lamps over the tables; machines | pools on the tables, no time of day
      | casino; gambling hall; poker room; казино; spielbank; 赌场; カジノ; 카지노
circus | location | 30 .11 | a circus | canvas; ring and benches; ropes | the ring as centre; the way in across
      from the seats | ropes; banners; sawdust | strings of bulbs; a follow spot | hot in the ring, nothing
      round it | circus; carnival; funfair; fairground; amusement park; big top; midway; цирк; балаган;
      аттракционы; cirque; fête foraine; zirkus; jahrmarkt; circo; feria; luna park; 马戏团; 游乐园; 遊園地;
      サーカス; 서커스
garage | location | 60 .025 | a garage or workshop | concrete or timber; bench; tools | what is being mended in
      the middle; the door wide as the picture | tools; oil; rags | a work lamp; the open door | the open door
      by day, a work lamp by night | garage; workshop; repair shop; hangar; shed; toolshed; barn; stable;
      stables; carport; parking garage; car park; parking lot; forge; smithy; гараж; мастерская; сарай; ангар;
      конюшня; кузница; парковка; atelier; grange; étable; werkstatt; scheune; stall; taller; granero; garaje;
      officina; 车库; 仓棚; 工坊; 修理厂; 停车场; ガレージ; 駐車場; 차고
factory | location | 45 .025 | a place of work and storage | brick, steel and floor; machines or shelves; goods
      | lanes with depth; one way out, far away | pallets; chains; signs | work lights; skylights | from high
      windows in shafts | factory; warehouse; plant; mill; power station; foundry; refinery; slaughterhouse;
      assembly line; construction site; building site; mine; mineshaft; sewer; tunnel; bunker; завод; фабрика;
      цех; склад; стройка; шахта; тоннель; бункер; usine; entrepôt; chantier; fabrik; lagerhaus; baustelle;
      bergwerk; fábrica; almacén; obra; fabbrica; magazzino; 工厂; 仓库; 工地; 隧道; 矿井; 地下室通道; 工場;
      倉庫; 공장; 창고
boatyard | location | 235 .035 | a yard where boats are built and mended | hulls and ground; timber; tackle | a
      hull as wall; lanes between hulls | ropes; paint; timber | work lamps; sparks | open sky, and sparks where
      somebody works | boatyard; shipyard; dockyard; верфь; chantier naval; werft; astillero; cantiere navale;
      船厂; 造船所; 조선소
street | location | 260 .015 | a street | fronts; road; signs and doors | a crossing or corner, so that there
      are two ways to leave | signs; parked cars; bins | street lamps; shop windows; headlights | sky between
      fronts by day, lamps by night | street; avenue; boulevard; sidewalk; pavement; intersection; corner;
      downtown; city; town; village; main street; crosswalk; crossroads; block; neighborhood; neighbourhood;
      suburb; улица; проспект; переулок; тротуар; перекрёсток; город; деревня; посёлок; rue; boulevard;
      trottoir; ville; village; straße; strasse; stadt; dorf; calle; avenida; ciudad; pueblo; strada; città;
      rua; 街; 街道; 街头; 马路; 大街; 村; 城市; 路口; 通り; 道; 町; 거리; 길; 도시; 마을
alley | location | 250 .012 | an alley | walls; ground; bins and doors | one way in, one way out | bins;
      ladders; puddles | one lamp; a door left open | from one end | alley; alleyway; back alley; lane;
      backstreet; courtyard; закоулок; подворотня; двор; ruelle; cour; gasse; hinterhof; callejón; patio
      trasero; vicolo; 小巷; 巷子; 胡同; 弄堂; 院子; 路地; 골목
road | location | 90 .025 | a road | land on both sides; the road; signs | the road as axis, its end in the
      picture | signs; barriers | headlights | open sky | road; highway; freeway; motorway; cliff road; coast
      road; country road; mountain road; dirt road; track; roadside; driveway; traffic; дорога; шоссе; трасса;
      обочина; route; autoroute; chemin; landstraße; autobahn; weg; carretera; camino; autopista; autostrada;
      公路; 高速公路; 路; 山路; 道路; 高速道路; 도로
park | location | 135 .07 | a park or square | grass and trees; paths; benches | a bench that looks at
      something; a path that people come along | benches; bins; leaves | lamps along the path | through leaves |
      park; playground; town fairgrounds; stadium; football field; field of play; zoo; парк; сквер; стадион;
      площадка; parc; stade; stadion; parque; estadio; parco; 公园; 操场; 体育场; 公園; 공원;
garden | location | 130 .075 | a garden or yard | planting; fence and ground; flowers and washing | the way back
      to the house in the picture; the fence as edge | tools; washing; pots | the windows of the house; a lamp
      at the door | sun with one shaded side | garden; yard; backyard; back yard; lawn; patio; terrace; porch;
      veranda; balcony; greenhouse; conservatory; orchard; vineyard; poolside; swimming pool; pool; сад; огород;
      терраса; веранда; балкон; крыльцо; бассейн; оранжерея; jardin; terrasse; balcon; piscine; garten; hof;
      balkon; jardín; patio; terraza; balcón; giardino; cortile; 花园; 庭院; 阳台; 庭; ベランダ; 정원; 마당
roof | location | 245 .02 | a roof | roof; parapet; vents and aerials | the edge in the picture; the door as
      only way down | vents; aerials; chairs that somebody brought up | lights of the city; a lamp at the door |
      the whole sky | roof; rooftop; parapet; skyline; крыша; toit; dach; azotea; tejado; tetto; 屋顶; 天台;
      屋上; 옥상; 지붕
forest | location | 145 .06 | woodland | trees; ground; undergrowth | trunks in the foreground; a clearing as
      stage | leaves; fallen wood | a fire or lantern, where somebody brought one | broken by leaves | forest;
      woods; wood; jungle; grove; clearing; rainforest; taiga; swamp; marsh; лес; роща; поляна; чаща; тайга;
      болото; джунгли; forêt; bois; jungle; clairière; wald; lichtung; dschungel; bosque; selva; foresta;
      floresta; 森林; 树林; 丛林; 竹林; 林; 森; 숲
field | location | 105 .08 | open country | crop or grass; earth; fences | a path through it; the horizon where
      the scene wants it | fences; tools | a fire or lantern, where somebody brought one | the whole sky |
      field; fields; meadow; prairie; farm; farmland; ranch; plain; plains; steppe; countryside; pasture; wheat
      field; cornfield; hill; hillside; valley; battlefield; поле; луг; степь; ферма; холм; равнина; долина;
      champ; prairie; ferme; colline; vallée; feld; wiese; bauernhof; hügel; tal; campo; pradera; granja;
      colina; valle; fattoria; 田野; 草原; 农场; 田; 山坡; 山谷; 草地; 野原; 農場; 들판; 농장
mountain | location | 230 .03 | mountains or cliffs | rock; snow or scree; what holds on there | the edge; the
      way up and the way back | next to nothing | a fire or lantern, where somebody brought one | hard, from one
      side, with blue shade | mountain; mountains; mountainside; cliff; cliffs; cliff top; clifftop; summit;
      peak; ridge; canyon; gorge; glacier; cave; cavern; ravine; quarry; tundra; гора; горы; скала; утёс; утес;
      вершина; ущелье; пещера; ледник; montagne; falaise; grotte; sommet; berg; gebirge; klippe; höhle; montaña;
      acantilado; cueva; montagna; grotta; 山; 山顶; 悬崖; 山洞; 峡谷; 洞; 崖; 洞窟; 산; 절벽; 동굴
desert | location | 70 .09 | desert | sand or stone; sky; cloth | the horizon; one thing that stands up from it
      | next to nothing | a fire or lantern, where somebody brought one | hard, from above; long shadows early
      and late | desert; dunes; dune; sand dunes; salt flats; oasis; wasteland; badlands; пустыня; барханы;
      désert; wüste; desierto; deserto; 沙漠; 戈壁; 砂漠; 사막
beach | location | 75 .05 | a shore | sand or shingle; water; what was washed up | the waterline as axis | what
      was washed up | a fire, where somebody lit one | the whole sky, and the water giving it back | beach;
      shore; seashore; coast; coastline; seaside; lakeside; riverbank; river bank; riverside; island; lagoon; пляж;
      берег; побережье; остров; plage; rivage; côte; île; strand; küste; ufer; insel; playa; costa; orilla; isla;
      spiaggia; praia; 海滩; 沙滩; 海边; 河边; 岸边; 岛; 湖边; 浜; 海岸; 島; 해변; 바닷가; 섬
harbour | location | 225 .04 | a harbour | water and hulls; stone and timber; ropes and nets | the edge of the
      quay as the line that cannot be crossed; bollards as marks | nets; crates; ropes | lamps along the quay;
      lights of boats | off the water as well as from above | harbour; harbor; pier; dock; docks; quay; wharf;
      jetty; port; marina; seawall; sea wall; harbour wall; harbor wall; гавань; причал; порт; пирс; пристань;
      набережная; port de pêche; quai du port; jetée; hafen; steg; kai; puerto; muelle; porto; molo; 港口; 码头;
      港; 栈桥; 波止場; 桟橋; 항구; 부두
sea | location | 220 .06 | open water | water; hull or shore; foam | the horizon; a hull to stand on, real or
      built | spray | navigation lights, where there is a boat | the whole sky, given back by water | sea; open
      sea; ocean; water; underwater; lake; river; waterfall; bay; waves; fjord; canal; море; океан; озеро; река;
      залив; под водой; водопад; mer; océan; lac; rivière; fleuve; meer; ozean; see; fluss; mar; océano; lago;
      río; mare; fiume; oceano; 大海; 海上; 海面; 水下; 河; 江; 湖; 海; 川; 바다; 강; 호수
bridge | location | 235 .02 | a bridge | stone or steel; road; railing | two ends that people come from; the
      railing as edge | nothing | lamps along it | the whole sky, water below | footbridge; overpass; viaduct;
      stone bridge; suspension bridge; railway bridge; мост; pont; brücke; puente; ponte; 大桥; 桥; 橋; 다리
graveyard | location | 140 .03 | a burial ground | grass and stone; paths; flowers | stones in the foreground;
      one grave to stand at | flowers; leaves | candles or lanterns, where somebody brought them | flat sky |
      cemetery; graveyard; grave; gravesite; tomb; mausoleum; кладбище; могила; склеп; cimetière; tombe;
      friedhof; grab; cementerio; tumba; cimitero; 墓地; 坟墓; 公墓; 坟; 墓場; 묘지
tent or camp | location | 80 .05 | a camp | canvas; ground; bedding | the fire or table as centre; the flap as
      door | kit; blankets; pots | lanterns; the fire | one flame, canvas glowing from inside | tent; camp;
      campsite; campfire; barracks; trench; encampment; army camp; refugee camp; палатка; лагерь; костёр;
      казарма; окоп; tente; campement; caserne; tranchée; zelt; lager; kaserne; tienda de campaña; campamento;
      trinchera; tenda; accampamento; 帐篷; 营地; 军营; 战壕; テント; キャンプ; 텐트; 캠프
lift | stage | 230 .012 | a lift | panels; doors; buttons | the doors as picture; nobody further apart than an
      arm | nothing | the panel; a light in the ceiling | from above, hard | elevator; lift; elevator car; лифт;
      ascenseur; aufzug; fahrstuhl; ascensor; ascensore; 电梯; エレベーター; 엘리베이터
cyberspace | stage | 290 .12 | a place inside a machine | void; planes of light; signs | one plane to stand on;
      distances that cannot be trusted | signs | everything that glows | from what glows | cyberspace; computer
      screen; screen; website; webpage; video game; virtual reality; virtual world; the internet; chat room;
      desktop; phone screen; simulation; виртуальность; виртуальная реальность; экран; киберпространство;
      网络空间; 虚拟世界; 屏幕; 手机屏幕; 仮想空間; 가상현실
lighthouse | location | 230 .02 | a lighthouse | curved stone; iron and brass; oilskins and logbooks | the
      stairs round the wall; the lamp as centre at the top; a window on every side | brass; a logbook; oilskins
      on hooks | the lamp as it turns; a lantern | the beam, as it comes round | lighthouse; lamp room; lantern
      room; маяк; phare; leuchtturm; faro; 灯塔; 灯台; 등대
square | location | 75 .02 | a square | paving; fronts; awnings and signs | the middle empty; ways in at the
      corners | benches; a fountain or monument, where one is found | lamps round it; windows | open sky, fronts
      in shade | square; plaza; town square; village square; market square; piazza; forecourt; площадь; place;
      platz; marktplatz; plaza mayor; praça; 广场; 広場; 광장
open space | stage | 265 .02 | open space | black; hull; suit | a hull as ground; nothing as background | next
      to nothing | lights of a suit or hull; the sun | one hard source and no fill but what a hull gives back |
      space; outer space; deep space; orbit; космос; открытый космос; орбита; espace; weltraum; espacio; 太空;
      宇宙; 우주
"""

ROOMS = frozenset(
    """
    kitchen bedroom bathroom hall hallway corridor stairs staircase attic basement cellar office study garage yard
    garden balcony porch terrace roof rooftop room lobby foyer lounge den cabin deck bar entrance landing toilet
    closet pantry backyard driveway lawn patio nursery parlor parlour library ward cell reception cafeteria canteen
    vault bridge cockpit hold compartment platform locker restroom shower backstage stage wings counter
    кухня спальня ванная коридор прихожая гостиная комната кабинет балкон лестница подвал чердак двор туалет зал
    палата подъезд крыльцо веранда детская столовая крыша
    cuisine chambre salon couloir bureau jardin balcon grenier cour
    küche schlafzimmer wohnzimmer badezimmer flur keller dachboden garten balkon hof zimmer
    cocina dormitorio baño pasillo salón jardín balcón patio sótano habitación
    厨房 卧室 客厅 浴室 走廊 书房 阳台 院子 地下室 病房 厕所 大厅 楼梯 台所 寝室 부엌 침실 거실 복도
    """.split()
)
"""Places that are part of a larger one: where a slug line names such a place last, the larger one owns it."""
