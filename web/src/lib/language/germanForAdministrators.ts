/** What administrators' pages say in German beside the messages of all, in a chunk that comes with those pages. */
const germanForAdministrators = {
  'Reads and listens; files and figures':
    'Liest und hört zu; Dateien und Zahlen',
  'Sends, sends again, cancels': 'Sendet, sendet neu, bricht ab',
  'Notes, labels, archiving, uploads':
    'Notizen, Labels, Archivieren, Hochladen',
  'What is for administrators': 'Was Administratoren vorbehalten ist',
  'API key': 'API-Schlüssel',
  'The program sends this key as “Authorization: Bearer”. Copy it now: it is not shown again.':
    'Das Programm sendet diesen Schlüssel als „Authorization: Bearer“. Kopieren Sie ihn jetzt: Er wird nicht noch einmal gezeigt.',
  'What uses it': 'Was ihn benutzt',
  'Nightly report': 'Nächtlicher Bericht',
  'A name is needed.': 'Ein Name fehlt.',
  Role: 'Rolle',
  'May, of what the role may': 'Darf, von dem, was die Rolle darf',
  'Expires (may be left empty)': 'Läuft ab (darf leer bleiben)',
  'Making it…': 'Wird erstellt …',
  'Make the key': 'Schlüssel erstellen',
  'Revoked {time}': 'Widerrufen {time}',
  'Expired {time}': 'Abgelaufen {time}',
  'Last used {time}': 'Zuletzt benutzt {time}',
  'Never used': 'Nie benutzt',
  'expires {day}': 'läuft ab {day}',
  'The key was not revoked. {error}':
    'Der Schlüssel wurde nicht widerrufen. {error}',
  'Revoke {name}': '{name} widerrufen',
  Revoke: 'Widerrufen',
  '“{name}” is refused from now on, and its live streams end. This can’t be undone.':
    '„{name}“ wird von jetzt an abgewiesen, und laufende Verbindungen enden. Das lässt sich nicht zurücknehmen.',
  'Loading the keys': 'Schlüssel werden geladen',
  'No keys yet': 'Noch keine Schlüssel',
  'A program needs one to ask GraphQL for messages, or to send them.':
    'Ein Programm braucht einen, um Nachrichten über GraphQL abzufragen oder zu senden.',
  'The keys': 'Die Schlüssel',
  'This channel has no opening hours, so nothing is outside of them.':
    'Dieser Kanal hat keine Öffnungszeiten, also liegt nichts außerhalb davon.',
  'Automatic replies': 'Automatische Antworten',
  'New automatic reply': 'Neue automatische Antwort',
  'The first message of a conversation':
    'Die erste Nachricht einer Unterhaltung',
  'A message with a keyword': 'Eine Nachricht mit einem Stichwort',
  'A message outside opening hours':
    'Eine Nachricht außerhalb der Öffnungszeiten',
  'Every message': 'Jede Nachricht',
  'Each time': 'Jedes Mal',
  'At most once in 10 minutes': 'Höchstens einmal in 10 Minuten',
  'At most once in an hour': 'Höchstens einmal in der Stunde',
  'At most once in 8 hours': 'Höchstens einmal in 8 Stunden',
  'At most once in a day': 'Höchstens einmal am Tag',
  'At most once in a week': 'Höchstens einmal in der Woche',
  'At most once in {count} seconds': 'Höchstens einmal in {count} Sekunden',
  Keywords: 'Stichwörter',
  'hours, opening times': 'zeiten, öffnungszeiten',
  'Only where it is the whole message': 'Nur, wo es die ganze Nachricht ist',
  On: 'Auf',
  '{name} becomes the contact’s name, {channel} this channel’s, {opensAt} when it opens next; what is not known is left out.':
    '{name} wird zum Namen des Kontakts, {channel} zu dem dieses Kanals, {opensAt} zur nächsten Öffnung; Unbekanntes wird weggelassen.',
  'In one conversation': 'In einer Unterhaltung',
  'Switched on': 'Eingeschaltet',
  off: 'aus',
  'Move up: {what}': 'Nach oben: {what}',
  'Move down: {what}': 'Nach unten: {what}',
  'Edit automatic reply': 'Automatische Antwort bearbeiten',
  'Edit: {what}': 'Bearbeiten: {what}',
  'Delete: {what}': 'Löschen: {what}',
  'This automatic reply is deleted. What it has sent stays.':
    'Diese automatische Antwort wird gelöscht. Was sie gesendet hat, bleibt.',
  'Loading how calls are answered': 'Einstellungen für Anrufe werden geladen',
  'How calls are answered': 'Wie Anrufe beantwortet werden',
  'all numbers': 'alle Nummern',
  'Calls to {number}': 'Anrufe an {number}',
  'Calls to one number': 'Anrufe an eine Nummer',
  'Answer one number otherwise': 'Eine Nummer anders beantworten',
  Number: 'Nummer',
  'Which of your numbers?': 'Welche Ihrer Nummern?',
  'Answer with': 'Antworten mit',
  'a greeting, and a voicemail': 'Begrüßung und Sprachnachricht',
  'an announcement': 'einer Ansage',
  Greeting: 'Begrüßung',
  Announcement: 'Ansage',
  'Write what is said.': 'Schreiben Sie, was gesagt wird.',
  'Longest voicemail, in seconds': 'Längste Sprachnachricht, in Sekunden',
  '1 to {most} seconds.': '1 bis {most} Sekunden.',
  'Voicemail of up to {duration}': 'Sprachnachricht bis {duration}',
  'All numbers': 'Alle Nummern',
  'without settings of their own': 'ohne eigene Einstellungen',
  'Loading the channel': 'Kanal wird geladen',
  'The channel': 'Der Kanal',
  'There is no such channel': 'Diesen Kanal gibt es nicht',
  '{name} was not deleted. {error}': '{name} wurde nicht gelöscht. {error}',
  '“{name}” and its automatic replies are deleted. Its conversations stay.':
    '„{name}“ und die automatischen Antworten werden gelöscht. Die Unterhaltungen bleiben.',
  'The first that fits answers. Never to STOP, START, HELP and their like, to machines, or more than three times in ten minutes.':
    'Die erste, die passt, antwortet. Nie auf STOP, START, HELP und Ähnliches, nie an Maschinen, und nie öfter als dreimal in zehn Minuten.',
  'The channel is saved.': 'Der Kanal ist gespeichert.',
  Address: 'Adresse',
  '+15551234567, 720123 or MG…': '+15551234567, 720123 oder MG…',
  Kinds: 'Arten',
  'Segments per second': 'Segmente pro Sekunde',
  'as Twilio paces it': 'wie Twilio es taktet',
  'Default: written from where no other is chosen, and takes what comes to unknown addresses':
    'Standard: Von hier wird geschrieben, wo nichts anderes gewählt ist, und hierher kommt, was an unbekannte Adressen geht',
  'Open now': 'Jetzt geöffnet',
  'Closed now': 'Jetzt geschlossen',
  '{count, plural, one {# automatic reply} other {# automatic replies}}':
    '{count, plural, one {# automatische Antwort} other {# automatische Antworten}}',
  Default: 'Standard',
  'Loading the channels': 'Kanäle werden geladen',
  'No channels yet': 'Noch keine Kanäle',
  'A channel is an address that people write to: a number, a short code, a WhatsApp sender, a Messaging Service.':
    'Ein Kanal ist eine Adresse, an die geschrieben wird: eine Nummer, ein Kurzcode, ein WhatsApp-Absender, ein Messaging Service.',
  'The channels': 'Die Kanäle',
  'Inbound messages': 'Ankommende Nachrichten',
  'For each number: “A message comes in”, Webhook, HTTP POST. With a Messaging Service: Integration, “Send a webhook”.':
    'Für jede Nummer: „A message comes in“, Webhook, HTTP POST. Mit einem Messaging Service: Integration, „Send a webhook“.',
  'Status callbacks': 'Statusmeldungen',
  'Nothing needs to be entered: every message that is sent names this address itself. Twilio must be able to reach it.':
    'Hier ist nichts einzutragen: Jede gesendete Nachricht nennt diese Adresse selbst. Twilio muss sie erreichen können.',
  Copied: 'Kopiert',
  'The browser does not let us copy. Select the text.':
    'Der Browser erlaubt das Kopieren nicht. Markieren Sie den Text.',
  'Copy: {what}': 'Kopieren: {what}',
  '{number} is answered as before. {error}':
    '{number} wird beantwortet wie zuvor. {error}',
  'Calls to {number} are answered as those to all other numbers then.':
    'Anrufe an {number} werden dann beantwortet wie die an alle anderen Nummern.',
  Holidays: 'Feiertage',
  Holiday: 'Feiertag',
  Add: 'Hinzufügen',
  Link: 'Link',
  'Send this link to {email}, by a way that nobody else reads: whoever opens it sets the password. It works once, for 7 days, and is not shown again.':
    'Senden Sie diesen Link an {email}, auf einem Weg, den sonst niemand liest: Wer ihn öffnet, setzt das Passwort. Er gilt einmal, 7 Tage lang, und wird nicht noch einmal gezeigt.',
  'An e-mail is needed.': 'Eine E-Mail-Adresse fehlt.',
  'Inviting…': 'Wird eingeladen …',
  Invite: 'Einladen',
  'Status callbacks per minute in the last hour: {all} in all, at most {most} in one minute.':
    'Statusmeldungen pro Minute in der letzten Stunde: {all} insgesamt, höchstens {most} in einer Minute.',
  '{count, plural, one {# webhook was} other {# webhooks were}} not taken in.':
    '{count, plural, one {# Webhook wurde} other {# Webhooks wurden}} nicht angenommen.',
  '{time}: {taken} taken in': '{time}: {taken} angenommen',
  ', {count} not': ', {count} nicht',
  'An hour ago': 'Vor einer Stunde',
  Now: 'Jetzt',
  Refused: 'Abgelehnt',
  'To be sent again': 'Neu zu senden',
  'Webhooks per minute in the last hour, newest first':
    'Webhooks pro Minute in der letzten Stunde, die neuesten zuerst',
  Minute: 'Minute',
  'The hour': 'Die Stunde',
  'Opening hours': 'Öffnungszeiten',
  'None: always open.': 'Keine: immer geöffnet.',
  'A span that ends before it begins ends the next day.':
    'Was endet, bevor es beginnt, endet am nächsten Tag.',
  Closed: 'Geschlossen',
  '{day}, from': '{day}, von',
  '{day}, to': '{day}, bis',
  '{day}: remove {from} to {to}': '{day}: {from} bis {to} entfernen',
  '{day}: add hours': '{day}: Zeiten hinzufügen',
  'Stuck messages': 'Hängende Nachrichten',
  'The day, both ways': 'Der Tag, in beide Richtungen',
  'Asked about': 'Erfragt',
  Recovered: 'Nachgeholt',
  'Not at Twilio': 'Nicht bei Twilio',
  'Not ours': 'Nicht unsere',
  'There was nothing to ask yet.': 'Es gab noch nichts zu fragen.',
  'The last runs, newest first': 'Die letzten Läufe, die neuesten zuerst',
  When: 'Wann',
  What: 'Was',
  running: 'läuft',
  'A password for {email}': 'Ein Passwort für {email}',
  'New link for {email}': 'Neuer Link für {email}',
  'New link': 'Neuer Link',
  'Whoever opens this link sets the password. It works once, for 7 days, and is not shown again.':
    'Wer diesen Link öffnet, setzt das Passwort. Er gilt einmal, 7 Tage lang, und wird nicht noch einmal gezeigt.',
  'A new link sets the password anew and ends all logins. The link before it is worth nothing then.':
    'Ein neuer Link setzt das Passwort neu und beendet alle Anmeldungen. Der vorige Link gilt dann nicht mehr.',
  'Make the link': 'Link erstellen',
  'Viewer: reads': 'Betrachter: liest',
  'Agent: reads and writes': 'Agent: liest und schreibt',
  'Administrator: everything': 'Administrator: alles',
  'Following the message': 'Die Nachricht wird verfolgt',
  'The self-test': 'Der Selbsttest',
  'Everything works: out, reported, and back.':
    'Alles funktioniert: hinaus, gemeldet, und zurück.',
  'It stopped on its way.': 'Es blieb unterwegs stehen.',
  'Steps of the self-test': 'Schritte des Selbsttests',
  'Answer the message on the phone with any word.':
    'Antworten Sie auf dem Telefon mit irgendeinem Wort.',
  'To the handset': 'Zum Telefon',
  'To the conversation': 'Zur Unterhaltung',
  'A phone that you hold': 'Ein Telefon in Ihrer Hand',
  'Whose phone is it?': 'Wessen Telefon ist es?',
  'Start the self-test': 'Selbsttest starten',
  'after {duration}': 'nach {duration}',
  'Asking Twilio what is set': 'Twilio wird gefragt, was eingestellt ist',
  'There is no sender yet': 'Es gibt noch keinen Absender',
  'Set TWILIO_PHONE_NUMBER, or make a channel.':
    'Setzen Sie TWILIO_PHONE_NUMBER, oder legen Sie einen Kanal an.',
  'The setup': 'Die Einrichtung',
  '{count, plural, one {# address is} other {# addresses are}} still to be set in the Twilio console.':
    '{count, plural, one {# Adresse ist} other {# Adressen sind}} in der Twilio-Konsole noch einzutragen.',
  'Nothing is known to be wrong; {count} could not be looked up.':
    'Kein Fehler ist bekannt; {count} ließen sich nicht nachsehen.',
  'All addresses are set as they should be.':
    'Alle Adressen sind richtig eingetragen.',
  'Asking Twilio…': 'Twilio wird gefragt …',
  'Look again': 'Noch einmal nachsehen',
  'Twilio can not reach {origin}: it is an address of this machine or of a private network. Set API_BASE_URL to the public one.':
    'Twilio kann {origin} nicht erreichen: Es ist eine Adresse dieses Rechners oder eines privaten Netzes. Setzen Sie API_BASE_URL auf die öffentliche.',
  'Set at Twilio': 'Bei Twilio eingetragen',
  'I have it': 'Ich habe es',
  Stuck: 'Hängend',
  'Messages without a final status for too long. Twilio is asked about each of them.':
    'Nachrichten, die zu lange ohne letzten Status sind. Twilio wird nach jeder gefragt.',
  'Messages of which it is not known whether Twilio took them. A callback or a look-up at Twilio settles each, and none is sent again before.':
    'Nachrichten, von denen nicht bekannt ist, ob Twilio sie annahm. Eine Meldung oder eine Nachfrage bei Twilio klärt es, und vorher wird keine neu gesendet.',
  Conflicts: 'Widersprüche',
  'Reports of the last 7 days that contradict an earlier final one. The timeline of the message shows both.':
    'Meldungen der letzten 7 Tage, die einer früheren letzten widersprechen. Der Verlauf der Nachricht zeigt beide.',
  Parked: 'Geparkt',
  'Reports on messages that are not here. Most belong to another system that uses the same Twilio account.':
    'Meldungen zu Nachrichten, die nicht hier sind. Die meisten gehören zu einem anderen System mit demselben Twilio-Konto.',
  'The first {count} of them.': 'Die ersten {count} davon.',
  'Signed by Twilio': 'Von Twilio signiert',
  Expected: 'Erwartet',
  'Loading the users': 'Benutzer werden geladen',
  'The users': 'Die Benutzer',
  'Deactivated {day}': 'Deaktiviert {day}',
  'Invited until {day}': 'Eingeladen bis {day}',
  Invited: 'Eingeladen',
  'Last seen {time}': 'Zuletzt gesehen {time}',
  'Not logged in': 'Nicht angemeldet',
  '{name} was not changed. {error}': '{name} wurde nicht geändert. {error}',
  'Role of {name}': 'Rolle von {name}',
  'Activate {name}': '{name} aktivieren',
  Activate: 'Aktivieren',
  'Deactivate {name}': '{name} deaktivieren',
  Deactivate: 'Deaktivieren',
  '{name} is logged out everywhere and can’t log in any more. What was written stays under this name.':
    '{name} wird überall abgemeldet und kann sich nicht mehr anmelden. Was geschrieben wurde, bleibt unter diesem Namen.',
  'Loading the deliveries': 'Zustellungen werden geladen',
  'Nothing was sent yet': 'Noch wurde nichts gesendet',
  'What happens from now on stands here, for 30 days.':
    'Was von jetzt an geschieht, steht hier 30 Tage lang.',
  'The deliveries': 'Die Zustellungen',
  '{count, plural, one {# delivery goes} other {# deliveries go}} out again.':
    '{count, plural, one {# Zustellung geht} other {# Zustellungen gehen}} noch einmal hinaus.',
  'They were not replayed. {error}': 'Sie wurden nicht wiederholt. {error}',
  'Replaying…': 'Wird wiederholt …',
  'Replay all that failed': 'Alle fehlgeschlagenen wiederholen',
  Deliveries: 'Zustellungen',
  'Earlier deliveries': 'Frühere Zustellungen',
  'It was not replayed. {error}': 'Sie wurde nicht wiederholt. {error}',
  '{count, plural, one {# attempt} other {# attempts}}':
    '{count, plural, one {# Versuch} other {# Versuche}}',
  'Answered {status}': 'Beantwortet mit {status}',
  'No answer': 'Keine Antwort',
  '(empty)': '(leer)',
  'Replay {type} of {time}': '{type} von {time} wiederholen',
  Disabled: 'Ausgeschaltet',
  'Delivered {time}': 'Zugestellt {time}',
  'Nothing delivered yet': 'Noch nichts zugestellt',
  '{count} waiting': '{count} in Wartestellung',
  '{count} failed': '{count} fehlgeschlagen',
  'Without texts': 'Ohne Texte',
  'The test was not sent.': 'Der Test wurde nicht gesendet.',
  'The test: {outcome}': 'Der Test: {outcome}',
  'The secret is the same as before.': 'Das Geheimnis ist dasselbe wie zuvor.',
  'Send a test to {url}': 'Test an {url} senden',
  Test: 'Testen',
  'Edit endpoint': 'Endpunkt bearbeiten',
  'New secret for {url}': 'Neues Geheimnis für {url}',
  'Make a new one': 'Neues erstellen',
  'A new signing secret is made. For 24 hours the old one signs too, so that the receiver can change.':
    'Ein neues Geheimnis zum Signieren wird erstellt. 24 Stunden lang signiert auch das alte, damit der Empfänger wechseln kann.',
  'The endpoint was not deleted.': 'Der Endpunkt wurde nicht gelöscht.',
  '{url} hears of nothing any more, and its deliveries are forgotten.':
    '{url} erfährt nichts mehr, und die Zustellungen werden vergessen.',
  'Write the whole address, beginning with https://':
    'Schreiben Sie die ganze Adresse, beginnend mit https://',
  'What it is for': 'Wofür es ist',
  'Orders to the CRM': 'Bestellungen ans CRM',
  Events: 'Ereignisse',
  'Choose an event at least.': 'Wählen Sie mindestens ein Ereignis.',
  'With the texts of the messages': 'Mit den Texten der Nachrichten',
  'Without them the receiver learns who wrote and when, and can ask for the text.':
    'Ohne sie erfährt der Empfänger, wer wann schrieb, und kann nach dem Text fragen.',
  Enabled: 'Eingeschaltet',
  'Loading the endpoints': 'Endpunkte werden geladen',
  'No endpoints yet': 'Noch keine Endpunkte',
  'A workflow tool such as Zapier, Make or n8n gives you an address. Put it here, and it hears of each message.':
    'Ein Werkzeug für Abläufe wie Zapier, Make oder n8n gibt Ihnen eine Adresse. Tragen Sie sie hier ein, und es erfährt von jeder Nachricht.',
  'The endpoints': 'Die Endpunkte',
  Endpoints: 'Endpunkte',
  'Status callbacks per minute': 'Statusmeldungen pro Minute',
  'The last hour. Red stands for webhooks of any kind that were refused, or left for Twilio to send again.':
    'Die letzte Stunde. Rot steht für Webhooks jeder Art, die abgelehnt wurden, oder die Twilio neu senden soll.',
  'Refused webhooks': 'Abgelehnte Webhooks',
  'Turned away before they were read. Each line is the latest of its kind.':
    'Abgewiesen, bevor sie gelesen wurden. Jede Zeile ist der letzte Fall seiner Art.',
  'Open questions': 'Offene Fragen',
  'What the reconciler asked Twilio because we were not told, the last runs.':
    'Was bei Twilio erfragt wurde, weil keine Meldung kam: die letzten Läufe.',
  'Addresses for the Twilio console': 'Adressen für die Twilio-Konsole',
  'Twilio signs the address that it calls, so it must be these to the letter.':
    'Twilio signiert die Adresse, die es aufruft, also müssen es genau diese sein.',
  'Loading webhook health': 'Zustand der Webhooks wird geladen',
  'Twilio has not called yet': 'Twilio hat sich noch nicht gemeldet',
  'Put the first of these addresses into the Twilio console, and write to your number.':
    'Tragen Sie die erste dieser Adressen in der Twilio-Konsole ein, und schreiben Sie an Ihre Nummer.',
  'The webhook health': 'Der Zustand der Webhooks',
  '{count, plural, one {once} other {# times}}':
    '{count, plural, one {einmal} other {#-mal}}',
  'Nothing was refused.': 'Nichts wurde abgelehnt.',
  last: 'zuletzt',
  'Expected address:': 'Erwartete Adresse:',
  'With this secret the receiver checks that an event comes from here. Copy it now: it is not shown again.':
    'Mit diesem Geheimnis prüft der Empfänger, dass ein Ereignis von hier kommt. Kopieren Sie es jetzt: Es wird nicht noch einmal gezeigt.',
  'Signing secret': 'Geheimnis zum Signieren',
  'Events are signed by this standard, for which every language has a library:':
    'Ereignisse werden nach diesem Standard signiert, für den jede Sprache eine Bibliothek hat:',
  'Standard Webhooks': 'Standard Webhooks',
  Never: 'Nie',
  'Last status callback': 'Letzte Statusmeldung',
  'Last inbound message': 'Letzte ankommende Nachricht',
  'Taken in, last hour': 'Angenommen, letzte Stunde',
  'Not taken in, last hour': 'Nicht angenommen, letzte Stunde',
  '{count, plural, one {# day} other {# days}}':
    '{count, plural, one {# Tag} other {# Tagen}}',
  '{count, plural, one {# hour} other {# hours}}':
    '{count, plural, one {# Stunde} other {# Stunden}}',
  '{count, plural, one {# minute} other {# minutes}}':
    '{count, plural, one {# Minute} other {# Minuten}}',
  'First message of a conversation': 'Erste Nachricht einer Unterhaltung',
  'Message is {words}': 'Nachricht ist {words}',
  'Message has {words}': 'Nachricht enthält {words}',
  'Outside opening hours': 'Außerhalb der Öffnungszeiten',
  'each time': 'jedes Mal',
  'at most once in {duration}': 'höchstens einmal in {duration}',
  'What becomes of calls': 'Was aus Anrufen wird',
  'Conversations events': 'Ereignisse der Conversations',
  'Messaging Service': 'Messaging Service',
  'Conversations service': 'Conversations-Dienst',
  Sender: 'Absender',
  Set: 'Eingetragen',
  'Set otherwise': 'Anders eingetragen',
  'Not set': 'Nicht eingetragen',
  'Not known': 'Nicht bekannt',
  'Handing the message to Twilio': 'Die Nachricht wird Twilio übergeben',
  'Twilio took the message': 'Twilio nahm die Nachricht an',
  'Twilio did not take the message': 'Twilio nahm die Nachricht nicht an',
  'Waiting for Twilio’s first report':
    'Warten auf die erste Meldung von Twilio',
  'Twilio reported back to us': 'Twilio meldete sich zurück',
  'No report came': 'Es kam keine Meldung',
  'Waiting for the delivery': 'Warten auf die Zustellung',
  'The phone has the message': 'Das Telefon hat die Nachricht',
  'Not delivered': 'Nicht zugestellt',
  'Waiting for an answer from the phone': 'Warten auf eine Antwort vom Telefon',
  'The answer arrived here': 'Die Antwort kam hier an',
  'Given up. {error}': 'Aufgegeben. {error}',
  'About to be sent': 'Wird gleich gesendet',
  '{error} Next attempt: {time}': '{error} Nächster Versuch: {time}',
  'A message came in': 'Eine Nachricht kam an',
  'A message’s status changed': 'Der Status einer Nachricht änderte sich',
  'A conversation began, or opened again':
    'Eine Unterhaltung begann oder wurde wieder geöffnet',
  'A conversation was archived': 'Eine Unterhaltung wurde archiviert',
  'The request carried no signature, so Twilio did not send it.':
    'Die Anfrage trug keine Signatur, also hat Twilio sie nicht gesendet.',
  'Somebody else called the address. If Twilio did after all, a proxy in between removes the header X-Twilio-Signature: let it through.':
    'Jemand anderes rief die Adresse auf. War es doch Twilio, dann entfernt ein Proxy dazwischen den Header X-Twilio-Signature: Lassen Sie ihn durch.',
  'The signature fits no address of ours with the auth token that we have.':
    'Die Signatur passt mit dem vorhandenen Auth Token zu keiner unserer Adressen.',
  'Compare TWILIO_AUTH_TOKEN with the primary token of this account in the Twilio console. During a rotation, put the other one into TWILIO_AUTH_TOKEN_SECONDARY. Requests that somebody forged end here too.':
    'Vergleichen Sie TWILIO_AUTH_TOKEN mit dem primären Token dieses Kontos in der Twilio-Konsole. Während eines Wechsels gehört der andere in TWILIO_AUTH_TOKEN_SECONDARY. Auch gefälschte Anfragen enden hier.',
  'Twilio signed for another address than the one that we expect.':
    'Twilio signierte für eine andere Adresse als die erwartete.',
  'Set API_BASE_URL to the origin that Twilio calls, or enter the expected address in the Twilio console.':
    'Setzen Sie API_BASE_URL auf den Ursprung, den Twilio aufruft, oder tragen Sie die erwartete Adresse in der Twilio-Konsole ein.',
  'The request was larger than 64 KB.': 'Die Anfrage war größer als 64 KB.',
  'Twilio’s own are far smaller, so somebody else sent it. There is nothing to do.':
    'Die von Twilio sind viel kleiner, also hat sie jemand anderes gesendet. Es ist nichts zu tun.',
  'The request was not a POST.': 'Die Anfrage war kein POST.',
  'In the Twilio console, set the webhook to HTTP POST. A browser that opened the address ends here too.':
    'Stellen Sie den Webhook in der Twilio-Konsole auf HTTP POST. Auch ein Browser, der die Adresse öffnete, endet hier.',
  'This page does not know the reason; the log says more.':
    'Diese Seite kennt den Grund nicht; das Log sagt mehr.',
  'New API key': 'Neuer API-Schlüssel',
  'By what programs are let in. A key that may have been seen by others is revoked, and replaced by a new one.':
    'Womit Programme eingelassen werden. Ein Schlüssel, den andere gesehen haben können, wird widerrufen und durch einen neuen ersetzt.',
  'What callers hear, and whether they can leave a voicemail. Each call appears in the inbox.':
    'Was Anrufer hören, und ob sie eine Sprachnachricht hinterlassen können. Jeder Anruf erscheint im Posteingang.',
  'What it answers by itself, and its settings.':
    'Was er von selbst antwortet, und seine Einstellungen.',
  'All channels': 'Alle Kanäle',
  'New channel': 'Neuer Kanal',
  'The addresses that people write to, and what each answers by itself.':
    'Die Adressen, an die geschrieben wird, und was jede von selbst antwortet.',
  'Who opted out of which address, and in again: when, and how we know.':
    'Wer sich von welcher Adresse abgemeldet hat, und wieder an: wann, und woher es bekannt ist.',
  'New endpoint': 'Neuer Endpunkt',
  'Tells other systems what happens here: each event is signed, and sent again for three days until it is answered.':
    'Sagt anderen Systemen, was hier geschieht: Jedes Ereignis ist signiert und wird drei Tage lang neu gesendet, bis es beantwortet ist.',
  'Which addresses belong into the Twilio console, whether they are there, and whether a message gets out and back.':
    'Welche Adressen in die Twilio-Konsole gehören, ob sie dort stehen, und ob eine Nachricht hinaus und zurück kommt.',
  'Self-test': 'Selbsttest',
  'Sends a real message, and follows it: taken by Twilio, reported to us, delivered, answered.':
    'Sendet eine echte Nachricht und verfolgt sie: von Twilio angenommen, gemeldet, zugestellt, beantwortet.',
  'Webhooks at Twilio': 'Webhooks bei Twilio',
  'Twilio signs the address that it calls, so each must be set to the letter, with the method HTTP POST.':
    'Twilio signiert die Adresse, die es aufruft, also muss jede genau so eingetragen sein, mit der Methode HTTP POST.',
  'Invite somebody': 'Jemanden einladen',
  'Who works here, and what each may do. Who leaves is deactivated, and what was written keeps its name.':
    'Wer hier arbeitet, und was jeder darf. Wer geht, wird deaktiviert, und Geschriebenes behält seinen Namen.',
  'Whether Twilio reaches us, and what became of what it said. Looked up every ten seconds.':
    'Ob Twilio uns erreicht, und was aus seinen Meldungen wurde. Wird alle zehn Sekunden nachgesehen.',
}

export default germanForAdministrators
