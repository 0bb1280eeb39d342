"""Words too common, in any script, for their return to mean something."""

_FUNCTION = """
    a about above across after again against ago all almost along already also always am an and another any
    anybody anyone anything anyway are aren't around as at away back be because been before behind being
    below beside besides between beyond both but by can can't cannot could couldn't did didn't do does
    doesn't doing don't done down during each either else enough even ever every everybody everyone
    everything except far few first for from further get gets getting give gives go goes going gone gonna
    got gotta had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself hey
    hi him himself his how how's i i'd i'll i'm i've if in inside instead into is isn't it it'd it'll it's
    its itself just last least less let let's like little long lot made make makes many may maybe me might
    mine more most much must my myself near need never next no nobody none nor not nothing now of off often
    oh okay ok on once one ones only onto or other others our ours ourselves out outside over own past
    perhaps please quite rather really right said same say says second see seem seems sees several shall she
    she'd she'll she's should shouldn't since so some somebody someone something sometimes somewhere soon
    still such sure than thank thanks that that's the their theirs them themselves then there there's these
    they they'd they'll they're they've thing things third this those though three through till to today
    together tomorrow tonight too toward towards two under until up upon us very wanna was wasn't way we
    we'd we'll we're we've well went were weren't what what's whatever when where where's which while who
    who's whole whom whose why will with within without won't would wouldn't yeah yep yes yesterday yet you
    you'd you'll you're you've your yours yourself uh um huh hmm mm ah eh er wow
"""
_VERBS = """
    answer answers ask asks asked begin begins bring brings came catch change close closes come comes coming
    count cross crosses cry drop drops enter enters exit exits face fall falls feel feels felt find finds
    finish follow follows found hand happen happened happens head hear heard hears help hold holds keep
    keeps kept knew know knows laugh laughs lead lean leans leave leaves left lift lifts listen look looked
    looking looks lose mean means meet meets move moves nod nods open opens pass pause play pours point
    points pull pulls push puts put reach reaches read reads remain run runs sat sits sit shake shakes show
    shows shut smile smiles speak speaks spoke stand stands stare stares start starts stay stays step steps
    stop stops sudden suddenly take takes taken taking talk talking talks tell tells think thinks thought
    told took touch try trying turn turned turns use used wait waits waiting walk walks want wanted wants
    watch watches wear wears work worked works
"""
_PAGE = """
    angle background beat black bit camera close continued continuous cut day dissolve door doors edge
    exterior eye eyes fade far floor foreground frame front half hands intercut interior late later line
    long man men moment night offscreen people person place room scene screen shot side silence silent slow
    slowly small sound table time title voice wall walls wide window woman women year years old young big
    good bad great new nice fine better best hard whole boy girl guy guys kid morning evening afternoon
    minute minutes second seconds hour hours week weeks end middle top bottom left quiet quietly stares
    blankly whispers softly slightly
"""
COMMON = frozenset(f"{_FUNCTION} {_VERBS} {_PAGE}".split())
"""Function words, the everyday verbs of stage directions, and the words that every page of a screenplay has."""
