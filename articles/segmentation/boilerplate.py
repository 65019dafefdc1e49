"""Words of the page around the copy: menus, share buttons, newsletters, comments, cookies. Pure; a table of expressions.

LINE matches a whole paragraph; COMMENTS and LINKS open a stretch whose short lines belong to it.
"""

import re

_SECTIONS = (
    "home(?:page)?|news|world(?: news)?|uk(?: news)?|us(?: news)?|u\\.s\\.|politics|business|sports?|opinion|editorial|europe|asia|africa|americas|"
    "middle east|australia|national|nation|local(?: news)?|regional|international|metro|culture|arts?|entertainment|lifestyle|life|style|travel|food|"
    "tech(?:nology)?|science|health|environment|climate|education|money|finance|markets?|economy|crime|weather|video|videos|photos|pictures|gallery|"
    "galleries|podcasts?|live|latest(?: news)?|breaking(?: news)?|top stories|exclusive|analysis|features?|explainers?|fact check|investigations?|"
    "newsbite|newsletters?|magazine|obituaries|columnists?|letters|letters to the editor|blogs?|events|jobs|careers|shop|store|games|"
    "horoscopes?|crosswords?|puzzles|classifieds?|e-?paper|archives?|tags?|topics?|categor(?:y|ies)|uncategori[sz]ed|general|miscellaneous|war in \\w+"
)
_BUTTONS = (
    "share|shares|tweet|retweet|pin(?: it)?|email|e-mail|print|save|like|likes|follow|following|copy(?: link)?|link copied!?|link|close|open|menu|search|"
    "sign in|sign up|sign out|log ?in|log ?out|register|subscribe(?: now)?|subscribe today|donate|support us|next|previous|prev|back|back to top|"
    "top|more|more\\.\\.\\.|see more|show more|load more|view more|view all|see all|show all|read more|click here|continue|continue reading|learn more|"
    "skip|skip ad|skip to (?:main )?(?:content|navigation|search|footer).*|toggle .{2,30}|play|pause|mute|unmute|loading(?:\\.\\.\\.|…)?|"
    "advertisement|advertisements|ads?|sponsored(?: content)?|sponsor|promoted(?: content)?|paid content|story continues below(?: advertisement)?|"
    "article continues (?:after|below).*|listen(?: to this article)?|listen now|watch(?: now)?|watch live|hide|edit|report|reply|flag|ok|okay|accept|got it|yes|no thanks|"
    "facebook|twitter|x|instagram|linkedin|pinterest|reddit|whatsapp|telegram|youtube|tumblr|google\\+?|google plus|flipboard|messenger|rss|rss feed|snapchat|tiktok|"
    "bluesky|threads|mastodon|sms|pocket|vk|line|digg|stumbleupon|delicious|evernote|xing|skype|gmail|yahoo|viber|wechat|"
    "about|about us|contact|contact us|advertise|advertise with us|faq|faqs|help|terms|privacy|cookies|sitemap|site map|accessibility|imprint|impressum|"
    "my account|account|profile|settings|notifications|language|english|fran[cç]ais|espa[nñ]ol|deutsch|русский|cart|shopping cart|checkout|wishlist|"
    "author|authors|editor's picks?|editors' picks?|staff|staff picks|trending(?: now)?|popular|most popular|most read|most viewed|most commented|recommended|"
    "read next|up next|watch next|related|newsfeed|feed|poll|quiz|download|downloads|gift this article|give this article|a-z|faq"
)
LINKS = re.compile(
    r"(?:recommended(?: for you| reading| stories| videos?| articles?)?|related(?: (?:articles?|stories|story|topics?|posts?|news|content|links?|coverage|items|tags|reading|videos?))?:?|"
    r"more (?:in|from|on|about|stories|news|articles?|coverage|like this|to read|top stories|headlines|reading)\b.{0,60}|"
    r"(?:most|more) (?:read|popular|viewed|shared|commented|recent|watched)\b.{0,40}|trending(?: now| stories| topics| on .{1,40})?|popular (?:now|posts?|stories|articles?|news|on .{1,40}|in .{1,40})|"
    r"you (?:may|might|could|will|'ll|’ll) (?:also )?(?:like|enjoy|love|be interested in|want to read|have missed)\b.{0,60}|"
    r"(?:also|what to) (?:read|watch|see|on .{1,40}|in .{1,40})(?: next| now)?:?|(?:read|see|watch|up|what's|what’s|coming up) next:?|(?:recent|latest|top|other|featured|similar|must[- ]read|must[- ]see|don't miss|don’t miss|editors?['’]?s?['’]? picks?)"
    r"(?: (?:posts?|articles?|stories|news|comments?|videos?|headlines|podcasts?|tweets|updates|releases|reviews|jobs|events|products))?:?|"
    r"(?:from|around) (?:the )?(?:web|our partners|our network|.{2,30} partners)|sponsored (?:stories|links|content|by .{1,40})|promoted (?:stories|links)|paid (?:content|post).{0,40}|partner (?:content|offers?)|"
    r"topics?:?|tags?:?|filed under:?|tagged(?: with| in| as)?:?|categor(?:y|ies):?|share this.{0,40}|share (?:on|via|with|article|story|the article|using|by|to).{0,40}|follow us.{0,60}|find us.{0,40}|connect with.{0,40}|"
    r"in this (?:article|story|section|series)|explore more.{0,40}|discover more.{0,40}|browse .{2,40}|stay connected|about the authors?|about author|quick links|useful links|links|site links|navigation|main menu|our sites|more sites|"
    r"post navigation|breadcrumbs?|newsletter|subscribe to .{2,60}|\d+ (?:more|related) .{2,20})",
    re.I,
)
COMMENTS = re.compile(
    r"(?:\d[\d,.]* )?comments?(?: \(?\d[\d,.]*\)?| section| policy| are closed\.?| closed| off| below| disabled\.?)?:?|(?:add|leave|post|write|submit|share|view|show|hide|see|read|join)(?: (?:a|an|your|all|the|my|more|\d+))? (?:comments?|reply|replies|conversation|discussion)\b.{0,60}|"
    r"no comments?(?: yet)?|no responses yet|be the first to comment.{0,60}|\d+ (?:responses?|replies|thoughts?)(?: (?:to|on) .{1,120})?|leave a reply.{0,60}|join the (?:conversation|discussion|debate).{0,80}|"
    r"to join the conversation.{0,160}|what do you think\?.{0,80}|have your say.{0,60}|your (?:comment|email address|name|email).{0,80}|conversation|discussion|discuss(?: this)?|sort by.{0,40}|(?:newest|oldest|best) first|"
    r"comments? (?:are|on this|will be|must|should).{0,200}|.{0,120}our comments? (?:faq|policy|guidelines|section).{0,60}|you must be logged in.{0,80}|.{0,40}commenting (?:as|is|guidelines|policy|rules).{0,80}|log ?in (?:to|or) (?:comment|reply|join|leave|post).{0,60}",
    re.I | re.S,
)
_NOTICES = (
    r"(?:.{0,160}[.!?:,] )?sign up (?:for|to|here|now|today|below)\b.{0,60}(?:newsletter|e-?mails?|alerts?|updates?|free|brief|briefing|inbox)\b.{0,160}|(?:sign|log) ?(?:up|in)\b.{0,60}|.{0,200}\b(?:our|free|daily|weekly|e-?mail|morning|the) newsletters?\b.{0,120}|"
    r"subscribe\b.{0,160}|get (?:the|our|your|all|more|breaking|unlimited|full|email|news)\b.{0,80}(?:newsletters?|inbox|e-?mails?|alerts?|app|access|updates|stories|news|delivered)\b.{0,120}|.{0,120}(?:straight|delivered|direct|right) (?:directly )?(?:to|into) your (?:inbox|e-?mail|phone).{0,80}|"
    r"(?:enter|type) your (?:e-?mail|address|name|search|keyword|zip)\b.{0,100}|email(?: address)?\s?[:*].{0,60}|(?:required|all) fields (?:are )?(?:required|marked).{0,80}|.{0,60}your email address will not be published.{0,120}|"
    r".{0,300}(?:\bwe use cookies|\bthis (?:site|website|page) uses cookies|\buses? (?:of )?cookies\b|\bcookies? (?:policy|settings|preferences|notice|consent|statement)\b|\baccept (?:all )?cookies).{0,300}|by (?:continuing|using|clicking|signing|submitting|subscribing|browsing|entering)\b.{0,160}\byou (?:agree|accept|consent|acknowledge|confirm)\b.{0,200}|"
    r"(?:i|you) (?:have read|agree|accept|consent|understand)\b.{0,120}\b(?:terms|policy|polic(?:y|ies)|cookies|conditions|e-?mails?|newsletters?)\b.{0,120}|you can (?:unsubscribe|opt out)\b.{0,120}|.{0,120}(?:privacy|cookie|data) (?:policy|statement|notice|settings)\b.{0,120}|.{0,100}terms (?:of (?:use|service)|and conditions|& conditions)\b.{0,120}|do not sell .{0,60}|"
    r".{0,160}(?:all rights reserved|(?<![^\s.|])©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d|by|notice|policy)).{0,300}|.{0,80}may not be (?:published|reproduced|republished|copied|reprinted)\b.{0,200}|powered by .{1,60}|designed by .{1,60}|.{0,40}(?:this site|site) is protected by.{0,120}|"
    r"(?:are|were|have|do|did) you .{2,60}\?\s?(?:call|e-?mail|contact|write|text|ring|message|tell us|get in touch|let us know)\b.{0,120}|(?:listen|watch) (?:live|again|back|on demand)\b.{0,80}|"
    r"(?:click|tap|press) (?:here|on|to|the|below|for)\b.{0,120}|(?:read|see|watch|listen|learn|view|find out|continue|hear)(?: the| this| also| it| full| our)?(?: full| rest| original)?(?: article| story| review| report| interview| more| reading| rest| also| here| video| on| now| less| all| about| post)(?:\s?:.{0,160}|\s?[»›→>.…]{0,3}|(?: (?:here|at|on|in|from|about|about this|of|of the|the rest|this|by) .{0,100}))|"
    r"(?:also|and) read\s?[:|-].{0,160}|(?:don't|don’t) miss\s?[:|-].{0,160}|related\s?[:|-].{0,160}|recommended\s?[:|-].{0,160}|(?:must[- ])(?:read|watch|see)\s?[:|-].{0,160}|watch(?: live| now| video| this)?\s?[:|].{0,160}|(?:see|read|look) also\b.{0,160}|listen(?: live| now)?\s?[:|].{0,160}|read(?: more| next)?\s?[:|]\s.{0,160}|read the rest here\.?|"
    r"tags?\s?[:|].{0,200}|topics?\s?[:|].{0,200}|filed (?:under|in|to)\s?[:|]?.{0,160}|posted in\s?[:|]?.{0,120}|tagged\b.{0,160}|categor(?:y|ies)\s?[:|].{0,160}|keywords?\s?[:|].{0,200}|labels?\s?[:|].{0,160}|section\s?:.{0,80}|in (?:category|section)\s?[:|].{0,80}|"
    r"(?:you can )?(?:follow|like|find|join|contact|reach|e-?mail|message) .{0,80}(?:@\w|\bon (?:twitter|facebook|instagram|linkedin|telegram|whatsapp|youtube|x\b|google|social)|\.(?:com|org|net)\b).{0,80}|(?:follow|contact|email|like) (?:us|me|the author|our team)\b.{0,60}|share\b.{0,50}|tweet (?:this|@)?.{0,30}|"
    r"(?:download|get) (?:our|the|now|free|it)\b.{0,40}\b(?:app|apps|store|pdf|android|ios)\b.{0,60}|available on .{0,60}|(?:available|watch|listen) on (?:itunes|spotify|apple|google|amazon|netflix).{0,60}|have (?:a|you got a|you) (?:story|tip|news|question|comment)\b.{0,160}|(?:got|do you have) (?:a|any) (?:tip|story|news|question)s?\b.{0,160}|send (?:us|your) .{0,120}|"
    r"support (?:our|independent|quality|local|us|the)\b.{0,60}(?:journalism|work|newsroom|reporting).{0,160}|(?:donate|become a (?:member|subscriber|supporter|patron))\b.{0,160}|already (?:a |an |have an? )(?:subscriber|member|account|registered)\b.{0,80}|(?:don't|don’t|do not) have an account\b.{0,60}|forgot(?:ten)? (?:your )?(?:password|username).{0,40}|remember me|(?:create|activate|open) (?:an|your|a free|a new) account.{0,60}|"
    r"(?:you|this article|this content|to (?:read|continue|access|view))\b.{0,80}(?:subscri(?:be|bers?|ption)|register|free articles?|paywall|log ?in|sign ?in)\b.{0,160}|(?:please )?(?:enable|turn on|allow|disable|turn off)\b.{0,40}(?:javascript|ad ?block(?:er)?|cookies)\b.{0,120}|.{0,40}javascript (?:is|must|needs).{0,120}|your browser .{0,120}|.{0,40}(?:ad ?blocker|adblock)\b.{0,120}|"
    r"(?:this (?:video|image|content|gallery|player|audio|feature|post|page)|video|the video) (?:can ?not|can't|can’t|could not|is (?:not|no longer|currently|un)|may contain|contains|requires|has been|will)\b.{0,160}|media playback is .{0,80}|sorry, .{0,120}|an error (?:has )?occurred.{0,80}|(?:please )?try again(?: later)?\.?|page not found|"
    r"(?:this (?:post|article|page|story|site) (?:may )?(?:contains?|includes?)) (?:affiliate|links|sponsored)\b.{0,200}|.{0,120}(?:affiliate (?:links?|commission|program)|may (?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?commission).{0,200}|(?:advertisement|advertising|sponsored|promoted)\b.{0,60}|story continues.{0,60}|article continues.{0,60}|scroll (?:down|to)\b.{0,60}|image \d+ of \d+|\d+ ?/ ?\d+|page \d+(?: of \d+)?|"
    r"\d[\d.,]*[km]?\+? (?:shares?|comments?|likes?|views?|reads?|followers|retweets?|replies|tweets?|votes?|reactions?|photos?|images?|minutes? read|min(?:ute)?s? read|min read|subscribers|members|posts?)|(?:shares?|comments?|likes?|views?|reads?|votes?|replies|posts?|followers)\s?:? ?\(?\d[\d.,]*[km]?\)?|\d+[- ]min(?:ute)?s?(?: read)?|(?:estimated )?reading time\b.{0,30}|(?:time to read|read time)\b.{0,30}|"
    r"(?:was this|did you find this|is this) (?:article|story|page|review|answer|helpful|useful)\b.{0,80}|(?:report|suggest|spotted) (?:a|an|any) (?:error|typo|correction|mistake)\b.{0,80}|rate this\b.{0,40}|(?:notify|alert) me (?:of|when|by|about)\b.{0,120}|save my name.{0,120}|(?:view|see|show|browse|load|explore) (?:all|more|full|posts?|comments?|results?|profile|gallery|slideshow)\b.{0,40}(?<![.!?])|(?:go|back|return|jump) to (?:the )?(?:top|home|homepage|main|content|site|stories|news|results)\b.{0,40}(?<![.!?])|"
    r"(?:posted|published|written|added|submitted) by:? .{2,60}\bon\b.{0,60}(?<![.!?])|skip to\b.{0,40}|(?:home|news) ?[>›»|/→].{0,160}|search(?: for)?\s?[:…].{0,40}|search (?:the|this|our|for|here|site|results|in|by)\b.{0,40}|(?:open|close|toggle|expand|collapse|hide|show) (?:menu|search|navigation|modal|main|submenu|sidebar|this|the|mobile|site|sub|dialog|comments?|caption)\b.{0,40}|accessibility links|print options.{0,20}|"
    r"(?:choose|select|change|pick) (?:your|a|an|the|language|country|edition|region)\b.{0,60}|edition\s?:.{0,40}|(?:us|uk|international|global) edition|today's (?:paper|top|headlines).{0,40}|(?:previous|next|older|newer)(?: (?:article|post|story|posts|page|entry|entries|slide|image|video))?(?:\s?[:|»›→].{0,140})?|[«‹←].{0,140}|.{0,140}[»›→]"
)
LINE = re.compile(
    rf"(?:{_SECTIONS}|{_BUTTONS})[\s:|.…»›>→+\d]*(?:(?:{_SECTIONS}|{_BUTTONS})[\s:|.…»›>→+\d]*){{0,5}}|{_NOTICES}|[^\w“‘\"']+|[\d\W_]{{1,8}}|[\W_]*(?:ends?|ENDS|###|-30-)[\W_]*",
    re.I | re.S,
)
