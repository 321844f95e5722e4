import { listWords } from '../../text/stop-words/stop-words.js';

/** Days, months, feasts: they tell when, not who. */
const calendar = listWords(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
  mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december
  feb apr jul aug sept oct nov dec
  christmas easter thanksgiving halloween ramadan eid diwali hanukkah passover xmas new-year
  ad bc bce am pm gmt utc est pst cet bst edt pdt
`);

/** Languages, peoples, faiths and regions of the world: too many people for one to be told by them alone. */
const peoples = listWords(`
  english german french spanish italian portuguese dutch swedish norwegian danish finnish polish russian czech
  ukrainian greek turkish arabic hebrew hindi urdu bengali tamil chinese mandarin cantonese japanese korean
  vietnamese thai indonesian latin american americans british brit brits european europeans asian asians african
  africans australian australians canadian canadians indian indians mexican brazilian irish scottish welsh swiss
  austrian belgian germans italians russians israeli japanese latino latina latinx hispanic western eastern
  northern southern westerner westerners caucasian nordic scandinavian
  christians christianity catholic catholics protestant muslim muslims islam islamic jewish jews judaism
  hindu hindus hinduism buddhist buddhists buddhism bible quran koran god lord jesus
  europe asia america americas antarctica us usa uk eu u.s uae un earth mars
  north south east west northeast northwest southeast southwest
  republican republicans democrat democrats democratic conservative labour congress senate parliament
  victorian renaissance medieval
`);

/** Technologies, products and the companies that are known by them: named in most interviews about work with computers. */
const products = listWords(`
  google gmail youtube chrome chromebook chromium android pixel gemini bard deepmind waymo
  apple iphone iphones ipad ipads ipod mac macs macbook macos osx ios siri airpods itunes icloud safari xcode swift
  swiftui appstore testflight
  microsoft windows office word excel powerpoint outlook teams onedrive sharepoint azure bing cortana copilot skype
  xbox vscode typescript visual
  amazon alexa kindle ec2 s3 lambda dynamodb cloudfront cloudformation
  facebook meta instagram whatsapp messenger oculus llama tiktok snapchat twitter linkedin pinterest reddit discord
  telegram twitch netflix spotify uber lyft airbnb ebay etsy paypal stripe shopify walmart ikea tesla
  openai chatgpt chat-gpt gpt gpts gpt-3 gpt-4 gpt-4o gpt4 gpt3 gpt-5 o1 o3 dall-e dalle midjourney claude anthropic perplexity
  grok mistral deepseek sora whisper cursor grammarly notebooklm huggingface hugging llm llms langchain ollama
  slack zoom trello asana jira confluence notion miro figma sketch canva photoshop illustrator indesign lightroom
  premiere adobe acrobat airtable basecamp dropbox evernote calendly mailchimp hubspot salesforce zendesk intercom
  monday.com clickup linear loom mural webex hangouts meet docs sheets slides drive classroom
  moodle blackboard turnitin quizlet kahoot duolingo coursera udemy wikipedia wordpress squarespace wix
  github gitlab bitbucket git svn subversion stackoverflow overflow npm yarn docker kubernetes k8s helm terraform ansible
  jenkins travis circleci linux ubuntu debian fedora redhat centos unix posix bsd freebsd nginx apache mysql postgres
  postgresql sqlite mongodb mongo redis kafka elasticsearch splunk grafana prometheus datadog sentry cassandra
  hadoop spark airflow snowflake databricks tableau looker bigquery powerbi
  heroku netlify vercel cloudflare fastly akamai digitalocean linode firebase supabase
  java javascript js node nodejs node.js react vue angular svelte ember jquery webpack vite babel eslint deno bun
  next.js express electron html html5 css3 sass less tailwind bootstrap toml markdown 
  python django flask jupyter numpy pandas pytorch tensorflow keras scikit matlab r rstudio stata nvivo atlas.ti
  ruby rails sinatra laravel symfony drupal perl golang go rust haskell erlang elixir phoenix clojure lisp scheme scala
  kotlin cobol fortran pascal delphi basic assembly wasm webassembly bash zsh vim emacs neovim sublime intellij eclipse
  latex overleaf zotero endnote mendeley scopus pubmed arxiv jstor
  unity unreal godot blender maya autocad revit rhino solidworks photoshop procreate after-effects davinci logic ableton
  nintendo playstation steam atari sega gameboy
  wifi wi-fi bluetooth usb hdmi ethernet intel nvidia cuda oracle cisco dell lenovo
  samsung sony nokia blackberry motorola raspberry arduino
  firefox mozilla netscape thunderbird webkit blink explorer edge opera vivaldi brave duckduckgo yahoo altavista aol icq msn
  silverlight flash wiki wikis imac imacs macbooks ibooks vista roku hulu disney+ kickstarter patreon substack medium quora
  tumblr flickr vimeo soundcloud shazam imdb yelp tripadvisor doordash deliveroo venmo robinhood coinbase quickbooks xero
  surveymonkey typeform qualtrics dovetail otter otter.ai loomio obsidian todoist lastpass 1password okta auth0 twilio zapier
  ifttt segment amplitude mixpanel hotjar optimizely launchdarkly pagerduty opsgenie statuspage newrelic dynatrace
  cypress playwright selenium puppeteer jest mocha pytest junit cucumber postman swagger insomnia storybook
  minecraft roblox fortnite pokemon lego legos uno monopoly photoshops
  bitcoin ethereum blockchain crypto btc eth nft nfts solidity
  vr ar xr
`);

/** Abbreviations of things, not of people or employers. */
const abbreviations = listWords(`
  ai ml nlp nlu ocr api apis sdk sdks ui ux uis gui cli ide ides os oss foss sql nosql orm http https url urls uri dns ip
  tcp udp vpn ssh ssl tls tcp rest graphql grpc rpc ajax dom svg png jpg jpeg gif pdf pdfs mp3 mp4 rss atom smtp imap
  cpu cpus gpu gpus ram ssd hdd rom pc pcs tv tvs dvd dvds cd cds vhs led lcd qr gps sms id ids faq faqs
  ceo cto cfo coo cio cmo cpo ciso vp svp evp md phd phds ba bs bsc msc ma mba mfa jd llm llb cv cvs
  hr pr qa qc rnd r&d pm pms po ba sre devops it ops crm erp cms lms saas paas iaas b2b b2c roi kpi kpis okr okrs sla slas
  ci cd tdd bdd mvp mvc spa pwa seo sem ppc cta ctr nda ndas llc gmbh ip
  ii iii iv vi vii viii ix xi xii
  asap fyi aka diy eta eg ie tbd tba rip lol omg wtf imo imho btw afaik rtfm bs ps pps nb
  dna rna hiv aids covid covid-19 covid19 adhd ptsd ocd mri ct pcr gpa sat gre stem ivf bmi
  atm atms ssn iban pin dob gdp vat w3c iso ansi gdpr hipaa ferpa
  lgbt lgbtq lgbtqia bipoc dei poc
  usd eur gbp
  sas php css json xml csv yaml spss aws genai agi gan gans cnn rnn svm rag mcp anova pca roc auc
  nmr pcb uv ir vfx cgi sfx pov npc rpg dnd pdo sop sops irb pi pis poi lan wan cad cam cnc rgb cmyk hdr fps dpi
  eeg ecg icu er gp ngo ngos ceos ctos cios pto wfh rto oem pos qms bi etl elt dba sme smes rfp rfps rfc rfcs mou
  lts eol gnu gpl mit bsd ascii utf utf-8 dos uefi bios kvm cron regex repl orms dsl dsls ast jit gc wysiwyg
  vc vcs ipo ipos vm vms cdn cdns iot irc pr prs hpc cla clas web3 saml slo slos soc soc2 dm dms etf nvme
  drm xhr agpl lgpl khtml gcp dlc dao daos q&a q&as r&b m&a p&l b&b a&e d&d
`);

/** Employers that are known by their letters: too large for one person to be told, unless somebody works there. */
const employers = listWords(`
  nasa nato fda cia fbi nhs nih cdc nsf ieee acm irs ibm hp sap amd arm lg
`);

/** Words that job titles, departments and headings are written with. */
const roles = listWords(`
  manager managers director directors head lead leads leader leaders chief officer executive president vice assistant
  associate senior junior principal staff intern trainee engineer engineers engineering developer developers
  development designer designers design architect architects architecture analyst analysts analytics scientist
  scientists science researcher researchers research professor professors lecturer teacher teachers
  doctor nurse consultant consultants consulting administrator administration coordinator specialist technician
  operations operator marketing sales finance accounting legal support service services success customer customers product
  products project projects program programme programs programmer programming software hardware systems system security
  data database infrastructure platform platforms cloud backend frontend back-end front-end full-stack fullstack web mobile
  team department division board committee human resources resource people talent recruiting recruiter
  master masters bachelor bachelors degree doctorate postdoc undergraduate graduate
  mom dad mum mama papa mommy daddy grandma grandpa aunt uncle sir madam ma'am dude guys
  tech technical scrum agile kanban waterfall lean sprint retro standup owner owners founder founders co-founder cofounder cto
  internet email e-mail app apps website blog podcast open source beta alpha
  interviewer interviewee participant respondent moderator speaker speakers question answer interview transcript user assistant
  chapter section part figure table appendix step phase version day week month year
  math maths mathematics physics chemistry biology psychology history geography economics philosophy sociology law
  medicine nursing statistics literature computer information technology studies arts
  i'm i'll i'd i've im ive okay ok inc ltd plc etc phd ai tv dr mr mrs ms gen best regards cheers congrats
`);

/** Which shared list a word in the form of `readKey` stands on, if any. */
export type AllowedAs = 'calendar' | 'peoples' | 'product' | 'abbreviation' | 'employer' | 'role';

const lists: readonly (readonly [AllowedAs, readonly string[]])[] = [
  ['role', roles],
  ['abbreviation', abbreviations],
  ['employer', employers],
  ['product', products],
  ['peoples', peoples],
  ['calendar', calendar],
];

/** Words that are written with a capital and seldom tell who somebody is; written for Themeloom. */
export const allowedWords: ReadonlyMap<string, AllowedAs> = new Map(
  lists.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);
