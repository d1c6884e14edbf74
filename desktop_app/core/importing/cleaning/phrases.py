"""What web pages write around their articles, and words that tell names and dates, in several languages.

Plain data: all phrases are compared whole, in lower case, without the signs and counters around them.
"""


def _table(*languages: str) -> frozenset[str]:
    """Return the phrases of a table, written with bars between them, a string a language."""
    return frozenset(phrase for phrases in languages for phrase in phrases.split("|"))


# After one of these, alone on its line, comes what is no longer the article.
AFTER_THE_STORY = _table(
    "leave a reply|leave a comment|leave a response|post a comment|add a comment|write a comment|comments|"
    "view comments|show comments|load comments|join the conversation|join the discussion|you may also like|"
    "you might also like|you may also be interested in|you might be interested in|recommended for you|"
    "recommended|recommended stories|recommended articles|related|related articles|related stories|"
    "related posts|related news|related content|related links|related coverage|related reading|"
    "more from this author|more stories|more news|more like this|more on this story|more on this topic|"
    "read next|up next|what to read next|latest news|latest stories|latest articles|latest posts|"
    "recent posts|recent stories|most popular|most read|most viewed|most shared|trending|trending now|"
    "popular stories|popular posts|editor's picks|editors' picks|editors picks|top stories|don't miss|"
    "about the author|about author|sign up for our newsletter|from around the web|around the web|"
    "sponsored content|promoted content|from our partners|post navigation|article navigation|also read|"
    "also on this site|share this article",
    "kommentare|kommentar schreiben|schreibe einen kommentar|kommentar verfassen|kommentar hinterlassen|"
    "das könnte sie auch interessieren|das könnte dich auch interessieren|auch interessant|mehr zum thema|"
    "weitere artikel|weitere meldungen|weitere nachrichten|ähnliche artikel|ähnliche beiträge|"
    "verwandte artikel|verwandte beiträge|meistgelesen|neueste beiträge|über den autor|über die autorin|"
    "beitragsnavigation|lesen sie auch",
    "commentaires|laisser un commentaire|laissez un commentaire|à lire aussi|lire aussi|sur le même sujet|"
    "articles liés|articles similaires|articles connexes|vous aimerez aussi|vous pourriez aussi aimer|"
    "les plus lus|à propos de l'auteur|navigation de l'article|à voir aussi",
    "comentarios|deja un comentario|deja una respuesta|dejar un comentario|también te puede interesar|"
    "te puede interesar|le puede interesar|artículos relacionados|noticias relacionadas|"
    "entradas relacionadas|contenido relacionado|más noticias|lo más leído|lo más visto|sobre el autor",
    "commenti|lascia un commento|lascia una risposta|articoli correlati|potrebbe interessarti|leggi anche|"
    "ti potrebbe interessare|potrebbe interessarti anche|notizie correlate|i più letti|sull'autore",
    "comentários|deixe um comentário|deixe uma resposta|leia também|leia mais|notícias relacionadas|"
    "artigos relacionados|veja também|mais lidas|sobre o autor|você também pode gostar",
    "reacties|reageer|geef een reactie|lees ook|gerelateerde artikelen|gerelateerd|meest gelezen|over de auteur",
    "комментарии|оставить комментарий|добавить комментарий|читайте также|похожие статьи|похожие новости|"
    "материалы по теме|другие новости|самое читаемое|об авторе",
    "komentarze|dodaj komentarz|zobacz także|czytaj także|czytaj też|powiązane artykuły|najczęściej czytane",
    "yorumlar|yorum yap|yorum yaz|bir yanıt yazın|bunlar da ilginizi çekebilir|ilgili haberler|benzer haberler",
    "التعليقات|تعليقات|اترك تعليقا|اترك ردا|أضف تعليق|أضف تعليقا|مواضيع ذات صلة|"
    "موضوعات ذات صلة|أخبار ذات صلة|مقالات ذات صلة|اقرأ أيضا|إقرأ أيضا|قد يعجبك أيضا|"
    "الأكثر قراءة|آخر الأخبار|شاهد أيضا|المزيد من الأخبار",
    "תגובות|הוסף תגובה|כתיבת תגובה|השאר תגובה|קראו גם|קרא גם|כתבות נוספות|כתבות קשורות|אולי יעניין אותך|עוד בנושא",
    "评论|發表評論|发表评论|留言|相关阅读|相关新闻|相关文章|相關新聞|相關文章|延伸閱讀|延伸阅读|推荐阅读|猜你喜欢|热门文章",
    "コメント|コメントを残す|関連記事|関連ニュース|おすすめ記事|あわせて読みたい|人気記事|最新記事",
)

# One of these costs only its own line, wherever it stands.
BETWEEN_THE_LINES = _table(
    "exit mobile version|connect with us|hi, what are you looking for|what are you looking for|written by|"
    "share|share this|share this story|share this post|share on facebook|share on twitter|share on x|tweet|"
    "tweet this|like this|email this|print|print this|print this page|print article|save|"
    "save article|advertisement|advertisements|advertising|ad|sponsored|story continues below|"
    "story continues below advertisement|article continues below|article continues after ad|"
    "article continues below this ad|continue reading below|continue reading|read more|read full story|"
    "read the full story|click here to read more|skip to content|skip to main content|skip to navigation|"
    "back to top|go back|menu|search|search for|close|open menu|toggle navigation|navigation|main menu|home|"
    "log in|login|sign in|sign up|register|subscribe|subscribe now|newsletter|newsletters|follow us|"
    "follow us on facebook|follow us on twitter|listen to this article|listen|loading|previous|next|"
    "previous article|next article|previous post|next post|previous story|next story|reply|add to favorites|"
    "copy link|link copied|facebook|twitter|linkedin|whatsapp|telegram|pinterest|instagram|youtube|reddit|"
    "email|e-mail|rss|privacy policy|cookie policy|terms of use|terms of service|contact us|about us|"
    "report an error|report a typo|watch|watch live|view gallery|open gallery|enlarge image|click to enlarge",
    "teilen|auf facebook teilen|twittern|drucken|anzeige|werbung|merken|weiterlesen|mehr lesen|"
    "zum inhalt springen|zur startseite|nach oben|anmelden|abonnieren|suche|suchen|menü|artikel drucken|"
    "artikel versenden|von",
    "partager|partager sur facebook|imprimer|publicité|lire la suite|aller au contenu|retour en haut|"
    "se connecter|s'abonner|rechercher|abonnez-vous|écouter",
    "compartir|compartir en facebook|imprimir|publicidad|leer más|seguir leyendo|ir al contenido|"
    "iniciar sesión|suscríbete|suscribirse|buscar|menú",
    "condividi|stampa|pubblicità|continua a leggere|leggi tutto|accedi|abbonati|cerca",
    "compartilhar|compartilhe|publicidade|continue lendo|assine|entrar",
    "delen|deel dit artikel|advertentie|afdrukken|lees meer|zoeken|inloggen",
    "поделиться|реклама|распечатать|читать далее|подписаться|поиск|меню|войти",
    "udostępnij|reklama|drukuj|czytaj więcej|szukaj",
    "paylaş|reklam|yazdır|devamını oku|ara",
    "شارك|مشاركة|شارك المقال|طباعة|إعلان|اعلان|اقرأ المزيد|المزيد|تابعنا|تابعونا|الرئيسية|بحث|القائمة|"
    "تسجيل الدخول|اشترك",
    "שתף|שתפו|הדפסה|פרסומת|קרא עוד|המשך קריאה|חיפוש|תפריט|התחברות",
    "分享|打印|广告|廣告|阅读更多|搜索|登录|菜单|首页|返回顶部",
    "シェア|共有|印刷|広告|続きを読む|検索|ログイン|メニュー",
)

# Names of departments, which stand above titles.
SECTIONS = _table(
    "world|world news|news|home|local|local news|national|nation|international|politics|business|economy|"
    "finance|markets|money|sport|sports|technology|tech|tech & science|tech and science|science|health|"
    "environment|climate|education|culture|arts|arts & culture|entertainment|life|lifestyle|life & style|"
    "style|travel|food|opinion|opinions|editorial|editorials|comment|analysis|features|feature|video|videos|"
    "photos|pictures|breaking|breaking news|latest|exclusive|society|social media|crime|law|justice|media|"
    "security|defense|defence|energy|religion|weather|obituaries|letters|columns|blogs|investigations|"
    "top news|headlines|us|u.s|uk|europe|africa|asia|americas|middle east|asia pacific|latin america|libya|"
    "featured|uncategorized|general|in|on|by|posted in|filed under|categories|category|tags|tag|topics|image|"
    "photo",
    "politik|wirtschaft|kultur|wissen|wissenschaft|ausland|inland|panorama|gesellschaft|lokales|meinung|"
    "feuilleton|nachrichten|netzwelt|reise|leben|regional|schlagzeilen|startseite",
    "politique|monde|économie|société|sciences|santé|planète|actualités|accueil|à la une|régions",
    "política|mundo|economía|sociedad|cultura|deportes|ciencia|salud|opinión|internacional|nacional|noticias|"
    "inicio|portada|últimas noticias",
    "politica|mondo|cronaca|esteri|economia|scienza|salute|attualità|notizie|sport e società|cultura e spettacoli",
    "mundo|economia|esportes|saúde|notícias|brasil|ciência",
    "политика|экономика|общество|мир|в мире|культура|спорт|наука|новости|происшествия|главная",
    "polityka|gospodarka|świat|kraj|kultura|nauka|wiadomości",
    "dünya|ekonomi|siyaset|spor|kültür|gündem|haberler|sağlık",
    "أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|العالم|دولي|محلي|محليات|عربي|عرب وعالم|تكنولوجيا|صحة|رأي|منوعات|مجتمع",
    "חדשות|פוליטיקה|כלכלה|ספורט|תרבות|עולם|דעות|בריאות|משפט",
    "新闻|国际|国内|政治|经济|社会|文化|体育|科技|财经|娱乐|首页|新聞|國際|經濟",
    "ニュース|国際|国内|経済|社会|文化|スポーツ|科学",
)

# What may stand small between the words of a name.
SMALL_WORDS = _table(
    "and|und|et|y|e|og|och|en|i|of|for|the|in|at|de|von|van|der|den|da|di|del|della|du|la|le|bin|ibn|al|el|"
    "abu|with|special|to|für|pour|para",
)

# What follows “by” in a sentence, but begins no name.
NOT_NAMES = _table(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|"
    "august|september|october|november|december|now|then|this|that|his|her|their|its|my|our|your|all|any|"
    "contrast|default|law|noon|midnight|dawn|late|early|the",
)

# What a line may hold beside its date and still be nothing but a date.
DATE_WORDS = _table(
    "published|publication|date|posted|updated|last|modified|on|at|am|pm|a|p|m|utc|gmt|est|edt|et|pst|pdt|pt|"
    "bst|cet|cest|ist|first|issued|created|by|the|of|monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|veröffentlicht|erstellt|aktualisiert|stand|datum|um|"
    "uhr|von|vom|den|der|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|"
    "publié|mis|à|jour|le|h|min|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|publicado|actualizado|el|"
    "las|lunes|martes|miércoles|jueves|viernes|sábado|domingo|pubblicato|aggiornato|il|alle|ore|lunedì|"
    "martedì|mercoledì|giovedì|venerdì|sabato|domenica|em|atualizado|às|segunda|terça|quarta|quinta|sexta|"
    "feira|опубликовано|обновлено|в|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|نشر|نشرت|"
    "تاريخ|النشر|في|الساعة|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|آخر|تحديث|فורסם|עודכן|"
    "בתאריך|יום|ב|gepubliceerd|bijgewerkt|op|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|z|t|"
    "de|del|du|发布|发布时间|时间|更新|更新时间|公開日|更新日",
)

# What stands in the place of an author and names nobody; written without the signs between the words.
NO_AUTHORS = _table(
    "admin|administrator|superuser|root|user|guest|webmaster|author|noauthor|unknown|anonymous|staff|editor|publisher|"
    "by|name|comment|photo|more",
    "autor|von|foto|mehr|anonym",
    "anónimo",
)
