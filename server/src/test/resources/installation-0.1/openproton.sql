BEGIN TRANSACTION;
CREATE TABLE access_key (
    id            TEXT    PRIMARY KEY,
    account       TEXT    NOT NULL,
    user_name     TEXT    NOT NULL,
    sealed_secret BLOB NOT NULL,
    policies      TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL
);
INSERT INTO "access_key" VALUES('AKIA6WAE6F6R655PM5LF','000000000000','administrator',X'AC36BC02D897FBAEA8223A29592CD58745F12050B4578CD1D41504E8061BD544079232B3EA5DF1CF1B713EB46B6C2EA3C1BA991CD94C25DFC92C73A58DFFCE11E807DB4C','["AWSProtonFullAccess"]','ACTIVE',1795255200000);
INSERT INTO "access_key" VALUES('AKIAPFPRE7EHGM3GNN6H','000000000000','developer',X'F983CC8BC970A2B7B1609F7EB86637DE89D0E2B8E3E24B2641CCD3E136B8EC2E50C68440447F73C10B6DB7FF2610F3F9E3A854CA747F095CFF8A25D4F1E97D0009BF58F1','["AWSProtonDeveloperAccess"]','ACTIVE',1795255200000);
INSERT INTO "access_key" VALUES('AKIA6AGLFHRZRDSQZQWL','000000000000','readonly',X'DEEAA81F5D3B81A78D86F09D5324A4723D9F6FE70B8B4E904908DC3E2BC3627F1B1EE808F9801ABB98B2162ED5F44E62CFF498AD1B5DDEA517727BC33D9AAB8423D1515B','["AWSProtonReadOnlyAccess"]','ACTIVE',1795255200000);
CREATE TABLE account_connection (
    id                  TEXT PRIMARY KEY,
    arn                 TEXT NOT NULL,
    region              TEXT NOT NULL,
    management_account  TEXT NOT NULL,
    environment_account TEXT NOT NULL,
    environment_name    TEXT NOT NULL,
    role_arn            TEXT,
    component_role_arn  TEXT,
    codebuild_role_arn  TEXT,
    status              TEXT NOT NULL,
    requested_at        BIGINT  NOT NULL,
    modified_at         BIGINT  NOT NULL
);
CREATE TABLE account_settings (
    account                      TEXT NOT NULL,
    region                       TEXT NOT NULL,
    pipeline_service_role_arn    TEXT,
    pipeline_codebuild_role_arn  TEXT, repository_provider TEXT, repository_name TEXT, repository_branch TEXT,
    PRIMARY KEY (account, region)
);
INSERT INTO "account_settings" VALUES('000000000000','eu-west-1',NULL,'arn:aws:iam::000000000000:role/builds',NULL,NULL,NULL);
CREATE TABLE archive (
    id    TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-000000000003',X'1F8B08000000000000FFED94D14E8330148677BDA768B89EAC8C3913EEBDF30D8C593A388C1A7ADAB487C5B9ECDD2D3061CE446324D30B3E2E0AE7FC85D2E6FF25E65638B2554A9585B91228737014EE852A2703C123CE57CB25E32D97238FE35577DFD4A3DB78B198303ED402BEA27224EC84FFFA5B973F37C0D2AE81FC70FEC9943102654A41E0EA07C66E9805CCC04ADCAE01B7122161A9CE6053C9326B148C3920F2FDD38C1AA9C4D60BFDDE62266C96DC85BCEBD90A492AFF7E76307B2A34262C88C368111C3B89B17A279DAC5B8F01A485EE2BC153A7CAE0B3EEACE6957FBDBBFF1F9716A0C4BC1D06757DCFB7FEE797FE8FFD35FAFF1AB4075F1B37D75609F2A6D4065018D9B89287BCB125E04E5A8D0A90D6124D456BDA1B6FF0FBBE5E4787AF9D42E0ACF19E0AED0CBD798694A69DCF0D589270161DAFBA8E9843ABF6C9E48365E66D9D8BAAF4AB436DA99831255E1E7C1A5191B0881F479F8F8C8C8CFC9837E3397804000C0000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-000000000006',X'1F8B08000000000000FFED96C16EE320108673EE5320CEB517E328967895D56A45ED6942650FD6802375A3BEFB0289ACAC7B68A534E946E2BF00C3C060CCC750DA117024EB2DFEE82054F6C6198BE5D364FACE8DD0962FCEE2EA22894A88CD7ACDC451CB52D452CEF564AF1A59572B262E0BFB394DCE6B5A898B632D3FEE0B96760B1DF81E28FE71AEB828257FE466D05B08ADB02FD869EA54538A6006DC7315BC3519FDD4830B8DB747EEA025F0AE18348651148DC13AEEB44B1EDC6098A6EF639526F46680E2142F758FAF7E9742D76525791C9ACE5DEC6AED1026ED82DB4F0EEDCEB2B3D3C97FA528645FA0F5452847206F8E6B7AFBEE1DBD2F9567FC5F87FECFF02F16FC6F9A6A93F9BF85EE87FF4CFF3514F6D83C83F3E5AB1EFA2BC5F890FF7AB3E05FCAB5CCFCDF42069F493B4F53EB2702F5C0988761ECB507171B8C158C003B2083DBDF805B83A0586B3B48A0260FC61C781FFA4F23A2D225A2D8F91D32F79D2E02A7D8E1C8BF6227FE67979975C5DED33F7B9DBD0866BF7F5E090FDFBDBBFFBF8EA9BF30384EDE7D49B67FAF8FF817CD32FFD7B26932FFB7D0212676431607401FF32EEA2166FF0EF6F12D908E4534FFB118CD68C9EF42A2CE79362B2B2BEBCEF51722814A7500140000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-00000000000a',X'1F8B08000000000000FFED56DB4EE33010EDF37E85D567B6380DB452FE60DF7847A87293693328BE301923552BFE7D2797A6A5A05DA4A282B4392F4E668EED719C736C74351B97C30ADD864CCD14738E04D7D638DC40CDB39DB1D5E43CE844EBC5CD8DD21D4E5B9DA68BE1B98D27CBB95E4C943E73DE0F21CAFA69A2CF9EEB74719F50DA25F07ADBB31F4A31D8501986BA7951EAA722700510BAED0ADC161D642AF705AC235645CB50AA0666C9F73D1AA0355B2136FF5661A8C896333DE4283A462BE3ABDF61C7A577999AA6B3643E7D192881FC33D6D8A4EEA79097FE10993E0CAC02DEF28E62C2FCEAAFFBFD113040259BFAEDF4BF1CF57F098CFAFFBF51E7255873DD359F21F677F02FFDDF2EE727FA4F93743CFF2F826EE31BE16E3C59C3224A1FC09980AD2AF54CB7B2AC819EB1BD2586C82BDE0511F7AFFEEA28E9A353E490BFEB838DA748A077877DAFBD57745CBF7E849CFB10C153448242441D3CF15EF022EC00C408473ED3E4A5E46E10740C5BA02B65D1A18D3653C9C15218B982812A8E2786752576B131B192214AA82ADFB1F7757FACC235C96ACABFD5D8314EA67E19BD69C488115F8C3F670D616A00100000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-00000000000d',X'1F8B08000000000000FFED56C16EA33010CDB95F61F91C88816CB2F26DFF60A53DEC61B58A1C9806576023DBA48AA2FCFB8E0D4B697A68A534692BF10E018F9F3D93C1CF33B16E4035463BAD1605E0CB5E5AA955BC6D6555D806F2F8C16A35BB082C616CB55C12D6E1FCC9B2341DDE833D59A7593223EC32B76F436B9D303376B1AFF33FF70EA1DD0247BA07E3BF38E594C5299D53598B1DE008F3A20A610ABE8E199A41ED2947B630526C2BB03838CDA985DC80B3512D14AE32DE88D6A6143630A854B84D55F957D32A276B887A7F61BA39B832B8CEE224A57E6938777E2AD7356E5A20ED0F85BCD464743AE9DFE0C5E807C85D84CF068C935D4CA78FCEE8D7423CD2FF75D4FF16FDB333FDAFD6C96AD2FF2DF075F43FA9FF1AC01CCB7BB02E3E88BABA928F57F59FADCEF49FA6CB74D2FF2D20D5BD11D6993677AD017E478883BAA98403EB078444C4802AC048B5DB80DA49059CE4BA8020D4C020C4827338DFAFF008970827E33B6498EB2F02CBC9B1D33F27BDFE07CAA0754E5EAA7F608D3A8281F7AC4BB8FBE8EC7E7E74A53F92AA699D7D976AFF12AFE9FFDBF25CFF59C6D693FE6F81239670B397396C42A95639F8E2AB44ED5B00E1DB81703242B1D6C651FE9DCDA993AEF2F3255495A6588CB158375A8172B6EF00FA4D477BD95237B8DDD6A08F72D31B6B21151A0D34DA4AA7CD61238B9EBBF097CCF3B95C2B85251FA5BD11C6770DF8CBC5A3E59EEA3F63F4C4B01CDAE811AD51C247678BF127CA22783F85D6461AAD6A8CDF072CF25CE315D585325E8BD1F47117B0C7816EDDFFDCB4A6F2F970AEB17CB1F8F1FBD7CF4E579E789ABA920913267C46FC036514C4AA00140000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-00000000000e',X'1F8B08000000000000FFED564D6FE23010E5DC5F61F94C423E5858F9B6FF60A53DEC61B542C6991257891DD90E1542FCF71D3BD934A58756A2D056CA3B9078FCEC19267E9E897503AA31DA69B528005FF6D24AADE26D2BABC23620E207ABD5EC22246992AC964B9274387F2679960DEFC19EAEB33C9D91E432B76F436B1D37B3E4625FE77FEE1D42BB058E740FC67F71CA681267744E65CD778023CC8B2AB829D83A4ED00C6A4F19B2B9917C5B81C5C1694E2D0803CE463557B8CA78235A9B92DBC0A052E13655E55F4DAB9CAC21EAFD85E9E6E0CAE03A8FD38CFAA5E1DCF929A16BDCB440DA1F0AA2D464743AE9DFE0C5E807102EC26703C6C92EA6D34767F46B211EE9FF3AEA7F8BFE9333FDAFD6E96AD2FF2DF075F43FA9FF1AC01CCB7BB02E3EF0BABA928F57F59FAFCEF49F65CB6CD2FF2D20D5BDE1D69956B8D600BB23C441DD54DC81F503422262401560A4DA6D40EDA40246842E2008353008B1E01CCEF72B3CC225C2C8F80E19E6FA8BC03272ECF4CF48AFFF8132689D9197EA1F58A38E60E03DEB12EE3E3ABB9F1F5DE98FA46A5A67DFA5DABFC46BFAFFB63CD77F9E27EB49FFB7C0114BB8D94B019B50AA95005F7C15AF7D0BB0F5ED403819A1586BE328FB9ECEA993AEF2F3255495A6588CB158375A8172B6EF00FA4D477BD95237B8DDD6A08F72D31B6B2E151A0D34DA4AA7CD61238B9EBBF097CCF339A195C2928FD2DE70E3BB06FC65FCD1324FF59F317A6258066DF488D62865A3B395B027CA22783F85D6461AAD6A8CDF07CC85D0784575A18CD762347DDC05EC71A05BF73F37ADA97C3E9C6B2C5B2C7EFCFEF5B3D395279EA6AE64C284099F11FF00E9BF5DA700140000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-00000000000f',X'1F8B08000000000000FFED56C16EE32010EDB95F8138C70E76B2F18ADBFEC14A7BD8435545044F1B2A1B10E05455957FDF017BDD345DA995D2A65BC9EF606378303398C74C6E2C68EB4C307A5E033676CA2BA3F34DA79ADA5B90F99D37FAE224B082B1D57249588FE3375B94E5D84EFD45552E8A0BC24E33FB36743E0877C14EB6751CDC3BB8760E3CD21DB8F8C729A72C2FE98CAA56DC027EE1BEE85AB89A5739C36ED03BCA912D9C129B063C7EEC67D48374107CD60A8DB35CECC45EBB153E31A8D2B84CD3C4A6EB74502D6483BD346C1FC236995EE44549E3D474EEE290342D2E5A23ED8A82DC1A72703AE975B2E2CC1DC890E1DB820BAAF769FFD93BFAB5901FE8FF63D4FF16FDB323FDAFAA6235E9FF1CF83AFA9FD4FF11C03D5637E043FE20DAE6836CBCAAFFC5EA48FF65B92C27FD9F034ADF38E183EB64E81CF04B4202B4B611017CFC2024230E740D4EE9DB35E85BA58113696A48424D0C423C8480E3C38C887489707278878C63C345E03979ECF5CFC9A0FF91326A9D9397EA1F590715C1C87B56255C7EF6EEFEFFE8537FA6B4ED827F976CFF12AFE8BF288BE3FA7F515653FE3F0B30072B0B0DCABA4FD7F118C4D6C6092DB798995BA174CACC1EDC4EC944D3A24D15C2D658AC0C7AEA7AE84CFC1975608D57C1B887B5AA07EE3CDE1BCFC7A4D11AB338AA752D5C2C04F0C9C5BDE7911AFF4CF6C4F01CBAEC1E7BB3821F1C17C69F28F3DEDBD1D975AA3FB48CC5C1D5E8B78855CE18A9352E50FE9DCD6850A189E35B681A1357315DF8CBEA5C134742B09ECFE73F7EFFFAD90BA7865D1663CB4476236B288BBA8E33B15A52CEE8167488B38594066FBD7E2B0E7D474F06A77021FA568BF83FF6B3319CCDBFC2294E0C6793ADBED555C556D579C2B99E2AB70913264C382BFE00B9F1CC9400160000');
INSERT INTO "archive" VALUES('00000000-0000-4000-8000-000000000011',X'1F8B08000000000000FFED96DF4FC32010C7F7EC5F4178B695B6CB96F0AF1863587B6E687B34075DA28BFFBBC09666D6074DE6A64BF8BEF0E30E8E523E1CB9E9017B32CEE05D03BEB2D5561BCC57836E1BDB439D3F5B83B393240A2116F339137B4D4B5195E5588FFDC5B2AC8A1913A785FD9906EB14CDC4C9B1A61FF70B4BBB84767C0B14FE38975CE425BFE5BA536BF02DBF2FD8286AE43217BE1B70CBA5F756A4D5AA05EB1BEFB7DC424DE06CD629F4A32874FADE7EA36CF4E01AFD346D1BAA34A0D31D648778D1DCBFBA4D0C5DE545C9C3D078EE82A9369D9FB4F16EF71CEA8D6147A7933FC428649EA176992F7B20A7F76B7AFFEB1DBD2EE547FC9F87FE9FF02F26FC2F96C522F17F095D0FFF89FE73C8EFB17E02EBF257D5B5678AF12DFFD562C27F59CECBC4FF25A4F189947534D46E2090378C39E8FA5639B0A1C158C608B001D2B87E045C6B04C96AD34004357A3066C1396F3F8C088A978864C777C8683B5C0456B2DD9E7FC90EFC8F2E23EB927DA57FF43A7A118C7E9F5E09377FBDBBFF5FFBD49F69EC07677F25DB7FD577FC8B6535E1BFAA44E2FF22DA85C4AEC96007E842DE45D585ECBF22F302189E03F16404CB9BC16041436EE373754AB549494949D7AC0FA0E0647800140000');
CREATE TABLE component (
    arn           TEXT PRIMARY KEY,
    account       TEXT NOT NULL,
    region        TEXT NOT NULL,
    description   TEXT,
    service_name  TEXT NOT NULL,
    instance_name TEXT NOT NULL,
    service_spec  TEXT,
    template_file TEXT    NOT NULL,
    manifest      TEXT    NOT NULL,
    modified_at   BIGINT  NOT NULL
);
CREATE TABLE deployable (
    arn                     TEXT PRIMARY KEY,
    account                 TEXT NOT NULL,
    region                  TEXT NOT NULL,
    type                    TEXT NOT NULL,
    environment_name        TEXT NOT NULL,
    service_name            TEXT NOT NULL,
    name                    TEXT NOT NULL,
    created_at              BIGINT  NOT NULL,
    template                TEXT NOT NULL,
    major                   BIGINT  NOT NULL,
    minor                   BIGINT  NOT NULL,
    spec                    TEXT    NOT NULL,
    status                  TEXT NOT NULL,
    status_message          TEXT,
    attempted_at            BIGINT  NOT NULL,
    succeeded_at            BIGINT,
    attempted_deployment_id TEXT,
    succeeded_deployment_id TEXT,
    client_token            TEXT,
    before_status           TEXT,
    before_message          TEXT,
    before_attempted_at     BIGINT,
    before_attempted_id     TEXT,
    outputs                 TEXT    NOT NULL,
    resources               TEXT    NOT NULL,
    archive_id              TEXT
);
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/dev','000000000000','eu-west-1','ENVIRONMENT','dev','','dev',1795255200000,'vpc',1,0,'proton: EnvironmentSpec
spec: {zone: "north"}
','SUCCEEDED',NULL,1795255200000,1795255200000,'00000000-0000-4000-8000-000000000006','00000000-0000-4000-8000-000000000006',NULL,'IN_PROGRESS',NULL,1795255200000,NULL,'{"url":"https://AWSProton-dev"}','[{"name":"AWSProton-dev","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev","provisioningEngine":"CLOUDFORMATION"}]','00000000-0000-4000-8000-000000000006');
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','000000000000','eu-west-1','SERVICE_INSTANCE','dev','shop','a',1795255200000,'web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
','SUCCEEDED',NULL,1795255200000,1795255200000,'00000000-0000-4000-8000-00000000000d','00000000-0000-4000-8000-00000000000d',NULL,'IN_PROGRESS',NULL,1795255200000,NULL,'{"url":"https://AWSProton-dev-shop-a-fcde21dd"}','[{"name":"AWSProton-dev-shop-a-fcde21dd","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-a-fcde21dd","provisioningEngine":"CLOUDFORMATION"}]','00000000-0000-4000-8000-00000000000d');
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','000000000000','eu-west-1','SERVICE_INSTANCE','dev','shop','b',1795255200000,'web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
','DELETE_IN_PROGRESS',NULL,1795255200000,1795255200000,'00000000-0000-4000-8000-00000000000e','00000000-0000-4000-8000-00000000000e',NULL,'SUCCEEDED',NULL,1795255200000,'00000000-0000-4000-8000-00000000000e','{"url":"https://AWSProton-dev-shop-b-65d77067"}','[{"name":"AWSProton-dev-shop-b-65d77067","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-b-65d77067","provisioningEngine":"CLOUDFORMATION"}]','00000000-0000-4000-8000-00000000000e');
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline','000000000000','eu-west-1','SERVICE_PIPELINE','dev','shop','pipeline',1795255200000,'web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
','IN_PROGRESS',NULL,1795255200000,1795255200000,'00000000-0000-4000-8000-000000000016','00000000-0000-4000-8000-00000000000f',NULL,'SUCCEEDED',NULL,1795255200000,'00000000-0000-4000-8000-00000000000f','{"url":"https://AWSProton-dev-shop-pipeline-f84f6a51"}','[{"name":"AWSProton-dev-shop-pipeline-f84f6a51","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-pipeline-f84f6a51","provisioningEngine":"CLOUDFORMATION"}]','00000000-0000-4000-8000-00000000000f');
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/broken','000000000000','eu-west-1','ENVIRONMENT','broken','','broken',1795255200000,'vpc',1,0,'proton: EnvironmentSpec
spec: {zone: "north"}
','FAILED','no room',1795255200000,NULL,'00000000-0000-4000-8000-000000000011',NULL,NULL,'IN_PROGRESS',NULL,1795255200000,NULL,'{}','[]','00000000-0000-4000-8000-000000000011');
INSERT INTO "deployable" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','000000000000','eu-west-1','SERVICE_INSTANCE','dev','shop','c',1795255200000,'web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: c
  environment: dev
  spec:
    port: 82
','IN_PROGRESS',NULL,1795255200000,NULL,'00000000-0000-4000-8000-000000000018',NULL,NULL,'IN_PROGRESS',NULL,1795255200000,NULL,'{}','[]',NULL);
CREATE TABLE deployment (
    id                TEXT PRIMARY KEY,
    account           TEXT NOT NULL,
    region            TEXT NOT NULL,
    target_arn        TEXT NOT NULL,
    target_type       TEXT NOT NULL,
    target_created_at BIGINT  NOT NULL,
    environment_name  TEXT NOT NULL,
    service_name      TEXT NOT NULL,
    target_name       TEXT NOT NULL,
    action            TEXT NOT NULL,
    template          TEXT NOT NULL,
    major             BIGINT  NOT NULL,
    minor             BIGINT  NOT NULL,
    spec              TEXT    NOT NULL,
    first             INT     NOT NULL,
    status            TEXT NOT NULL,
    status_message    TEXT,
    initial_state     TEXT,
    target_state      TEXT,
    created_at        BIGINT  NOT NULL,
    modified_at       BIGINT  NOT NULL,
    completed_at      BIGINT,
    notice            TEXT,
    outputs           TEXT    NOT NULL,
    resources         TEXT    NOT NULL,
    inputs            TEXT,
    archive_id        TEXT
, warning TEXT, engine TEXT, waits_for TEXT);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-000000000006','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:environment/dev','ENVIRONMENT',1795255200000,'dev','','dev','PROVISION','vpc',1,0,'proton: EnvironmentSpec
spec: {zone: "north"}
',1,'SUCCEEDED',NULL,NULL,'{"environment":{"spec":"proton: EnvironmentSpec\nspec: {zone: \"north\"}\n","templateName":"vpc","templateMajorVersion":"1","templateMinorVersion":"0"}}',1795255200000,1795255200000,1795255200000,NULL,'{"url":"https://AWSProton-dev"}','[{"name":"AWSProton-dev","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev","provisioningEngine":"CLOUDFORMATION"}]','{"environment":{"name":"dev","inputs":{"zone":"north"}}}','00000000-0000-4000-8000-000000000006',NULL,'COMMAND',NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-00000000000d','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','SERVICE_INSTANCE',1795255200000,'dev','shop','a','PROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
',1,'SUCCEEDED',NULL,NULL,'{"serviceInstance":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: b\n  environment: dev\n  spec:\n    port: 81\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0","lastSuccessfulComponentDeploymentIds":[],"lastSuccessfulEnvironmentDeploymentId":"00000000-0000-4000-8000-000000000006"}}',1795255200000,1795255200000,1795255200000,NULL,'{"url":"https://AWSProton-dev-shop-a-fcde21dd"}','[{"name":"AWSProton-dev-shop-a-fcde21dd","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-a-fcde21dd","provisioningEngine":"CLOUDFORMATION"}]','{"service_instance":{"name":"a","inputs":{"port":80,"title":"hello"},"components":{}},"service":{"name":"shop","branch_name":"main","repository_id":"shop/code","repository_connection_arn":"arn:aws:codestar-connections:eu-west-1:000000000000:connection/main"},"environment":{"account_id":"000000000000","name":"dev","outputs":{"url":"https://AWSProton-dev"}}}','00000000-0000-4000-8000-00000000000d',NULL,'COMMAND',NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-00000000000e','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','SERVICE_INSTANCE',1795255200000,'dev','shop','b','PROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
',1,'SUCCEEDED',NULL,NULL,'{"serviceInstance":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: b\n  environment: dev\n  spec:\n    port: 81\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0","lastSuccessfulComponentDeploymentIds":[],"lastSuccessfulEnvironmentDeploymentId":"00000000-0000-4000-8000-000000000006"}}',1795255200000,1795255200000,1795255200000,NULL,'{"url":"https://AWSProton-dev-shop-b-65d77067"}','[{"name":"AWSProton-dev-shop-b-65d77067","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-b-65d77067","provisioningEngine":"CLOUDFORMATION"}]','{"service_instance":{"name":"b","inputs":{"port":81,"title":"hello"},"components":{}},"service":{"name":"shop","branch_name":"main","repository_id":"shop/code","repository_connection_arn":"arn:aws:codestar-connections:eu-west-1:000000000000:connection/main"},"environment":{"account_id":"000000000000","name":"dev","outputs":{"url":"https://AWSProton-dev"}}}','00000000-0000-4000-8000-00000000000e',NULL,'COMMAND',NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-00000000000f','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline','SERVICE_PIPELINE',1795255200000,'dev','shop','pipeline','PROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
',1,'SUCCEEDED',NULL,NULL,'{"servicePipeline":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: b\n  environment: dev\n  spec:\n    port: 81\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0"}}',1795255200000,1795255200000,1795255200000,NULL,'{"url":"https://AWSProton-dev-shop-pipeline-f84f6a51"}','[{"name":"AWSProton-dev-shop-pipeline-f84f6a51","identifier":"arn:aws:cloudformation:eu-west-1:000000000000:stack/AWSProton-dev-shop-pipeline-f84f6a51","provisioningEngine":"CLOUDFORMATION"}]','{"pipeline":{"inputs":{"branch":"main"}},"service":{"name":"shop","branch_name":"main","repository_id":"shop/code","repository_connection_arn":"arn:aws:codestar-connections:eu-west-1:000000000000:connection/main"},"service_instances":[{"name":"a","inputs":{"port":80,"title":"hello"},"outputs":{"url":"https://AWSProton-dev-shop-a-fcde21dd"},"environment":{"account_id":"000000000000","name":"dev","outputs":{"url":"https://AWSProton-dev"}}},{"name":"b","inputs":{"port":81,"title":"hello"},"outputs":{"url":"https://AWSProton-dev-shop-b-65d77067"},"environment":{"account_id":"000000000000","name":"dev","outputs":{"url":"https://AWSProton-dev"}}}]}','00000000-0000-4000-8000-00000000000f',NULL,'COMMAND',NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-000000000016','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline','SERVICE_PIPELINE',1795255200000,'dev','shop','pipeline','PROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: c
  environment: dev
  spec:
    port: 82
',0,'IN_PROGRESS',NULL,'{"servicePipeline":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: b\n  environment: dev\n  spec:\n    port: 81\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0"}}','{"servicePipeline":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: c\n  environment: dev\n  spec:\n    port: 82\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0"}}',1795255200000,1795255200000,NULL,NULL,'{}','[]',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-000000000017','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','SERVICE_INSTANCE',1795255200000,'dev','shop','b','DEPROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
',0,'DELETE_IN_PROGRESS',NULL,'{"serviceInstance":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: b\n  environment: dev\n  spec:\n    port: 81\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0","lastSuccessfulComponentDeploymentIds":[],"lastSuccessfulEnvironmentDeploymentId":"00000000-0000-4000-8000-000000000006","lastSuccessfulServicePipelineDeploymentId":"00000000-0000-4000-8000-00000000000f"}}',NULL,1795255200000,1795255200000,NULL,NULL,'{}','[]',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "deployment" VALUES('00000000-0000-4000-8000-000000000018','000000000000','eu-west-1','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','SERVICE_INSTANCE',1795255200000,'dev','shop','c','PROVISION','web',1,0,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: c
  environment: dev
  spec:
    port: 82
',1,'IN_PROGRESS',NULL,NULL,'{"serviceInstance":{"spec":"proton: ServiceSpec\npipeline:\n  branch: main\ninstances:\n- name: a\n  environment: dev\n  spec:\n    port: 80\n- name: c\n  environment: dev\n  spec:\n    port: 82\n","templateName":"web","templateMajorVersion":"1","templateMinorVersion":"0","lastSuccessfulComponentDeploymentIds":[],"lastSuccessfulEnvironmentDeploymentId":"00000000-0000-4000-8000-000000000006","lastSuccessfulServicePipelineDeploymentId":"00000000-0000-4000-8000-00000000000f"}}',1795255200000,1795255200000,NULL,NULL,'{}','[]',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE environment (
    arn                TEXT PRIMARY KEY,
    account            TEXT NOT NULL,
    region             TEXT NOT NULL,
    name               TEXT NOT NULL,
    description        TEXT,
    service_role_arn   TEXT,
    codebuild_role_arn TEXT,
    component_role_arn TEXT,
    customer_managed   INT     NOT NULL
, repository_provider TEXT, repository_name TEXT, repository_branch TEXT, connection_id TEXT, connection_account TEXT);
INSERT INTO "environment" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/dev','000000000000','eu-west-1','dev',NULL,NULL,'arn:aws:iam::000000000000:role/builds',NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "environment" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/broken','000000000000','eu-west-1','broken',NULL,NULL,'arn:aws:iam::000000000000:role/builds',NULL,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'001','settings','SQL','V001__settings.sql',-988898573,'','2026-11-28 11:44:51.085',35,1);
INSERT INTO "flyway_schema_history" VALUES(2,'002','jobs','SQL','V002__jobs.sql',616832833,'','2026-11-28 11:44:51.192',12,1);
INSERT INTO "flyway_schema_history" VALUES(3,'003','resources','SQL','V003__resources.sql',628312725,'','2026-11-28 11:44:51.556',8,1);
INSERT INTO "flyway_schema_history" VALUES(4,'010','access keys','SQL','V010__access_keys.sql',902676052,'','2026-11-28 11:44:51.642',4,1);
INSERT INTO "flyway_schema_history" VALUES(5,'011','components','SQL','V011__components.sql',-1260687488,'','2026-11-28 11:44:51.686',10,1);
INSERT INTO "flyway_schema_history" VALUES(6,'012','repositories and connections','SQL','V012__repositories_and_connections.sql',1679435645,'','2026-11-28 11:44:51.734',5,1);
INSERT INTO "flyway_schema_history" VALUES(7,'013','sync','SQL','V013__sync.sql',143464563,'','2026-11-28 11:44:51.751',1,1);
INSERT INTO "flyway_schema_history" VALUES(8,'014','terraform state','SQL','V014__terraform_state.sql',1895648453,'','2026-11-28 11:44:51.816',12,1);
INSERT INTO "flyway_schema_history" VALUES(9,'015','service sync','SQL','V015__service_sync.sql',-266703749,'','2026-11-28 11:44:51.882',1,1);
INSERT INTO "flyway_schema_history" VALUES(10,'016','role sessions','SQL','V016__role_sessions.sql',376991685,'','2026-11-28 11:44:51.915',1,1);
INSERT INTO "flyway_schema_history" VALUES(11,'017','deployment warnings','SQL','V017__deployment_warnings.sql',827819649,'','2026-11-28 11:44:51.967',2,1);
INSERT INTO "flyway_schema_history" VALUES(12,'018','deployment course','SQL','V018__deployment_course.sql',1991200643,'','2026-11-28 11:44:52.018',7,1);
CREATE TABLE remembered (
    account   TEXT NOT NULL,
    region    TEXT NOT NULL,
    operation TEXT NOT NULL,
    key       TEXT NOT NULL,
    resource  TEXT NOT NULL,
    content   TEXT    NOT NULL,
    modified  INT     NOT NULL,
    at        BIGINT  NOT NULL,
    PRIMARY KEY (account, region, operation, key)
);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateEnvironmentTemplate','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc','{"name":"vpc"}',0,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateEnvironmentTemplateVersion','1ce2c43b-f862-4298-877f-288ec19a5ffd','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc:1.0','{"templateName":"vpc","source":{"s3":{"bucket":"bundles","key":"vpc.tar.gz"}}}',0,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateEnvironment','arn:aws:proton:eu-west-1:000000000000:environment/dev','arn:aws:proton:eu-west-1:000000000000:environment/dev','{"name":"dev","templateName":"vpc","templateMajorVersion":"1","spec":"proton: EnvironmentSpec\nspec: {zone: \"north\"}\n","codebuildRoleArn":"arn:aws:iam::000000000000:role/builds"}',0,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateServiceTemplate','arn:aws:proton:eu-west-1:000000000000:service-template/web','arn:aws:proton:eu-west-1:000000000000:service-template/web','{"name":"web"}',0,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateServiceTemplateVersion','02e1bc99-2650-45bc-894f-da225d7905cf','arn:aws:proton:eu-west-1:000000000000:service-template/web:1.0','{"templateName":"web","source":{"s3":{"bucket":"bundles","key":"web.tar.gz"}},"compatibleEnvironmentTemplates":[{"templateName":"vpc","majorVersion":"1"}]}',0,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateService','arn:aws:proton:eu-west-1:000000000000:service/shop','arn:aws:proton:eu-west-1:000000000000:service/shop','{"name":"shop","templateName":"web","templateMajorVersion":"1","spec":"proton: ServiceSpec\npipeline: {branch: \"main\"}\ninstances:\n  - {name: a, environment: dev, spec: {port: 80}}\n  - {name: b, environment: dev, spec: {port: 81}}\n","repositoryConnectionArn":"arn:aws:codestar-connections:eu-west-1:000000000000:connection/main","repositoryId":"shop/code","branchName":"main"}',1,1795255200000);
INSERT INTO "remembered" VALUES('000000000000','eu-west-1','CreateEnvironment','arn:aws:proton:eu-west-1:000000000000:environment/broken','arn:aws:proton:eu-west-1:000000000000:environment/broken','{"name":"broken","templateName":"vpc","templateMajorVersion":"1","spec":"proton: EnvironmentSpec\nspec: {zone: \"north\"}\n","codebuildRoleArn":"arn:aws:iam::000000000000:role/builds"}',0,1795255200000);
CREATE TABLE repository (
    arn            TEXT PRIMARY KEY,
    account        TEXT NOT NULL,
    region         TEXT NOT NULL,
    provider       TEXT NOT NULL,
    name           TEXT NOT NULL,
    connection_arn TEXT    NOT NULL,
    encryption_key TEXT
);
CREATE TABLE repository_sync (
    account    TEXT NOT NULL,
    region     TEXT NOT NULL,
    sync_type  TEXT NOT NULL,
    provider   TEXT NOT NULL,
    name       TEXT NOT NULL,
    branch     TEXT NOT NULL,
    status     TEXT NOT NULL,
    started_at BIGINT  NOT NULL,
    commit_id  TEXT,
    events     TEXT    NOT NULL,
    PRIMARY KEY (account, region, sync_type, provider, name, branch)
);
CREATE TABLE resource_sync (
    target    TEXT PRIMARY KEY,
    desired   TEXT    NOT NULL,
    latest    TEXT,
    succeeded TEXT,
    content   TEXT,
    version   TEXT
);
CREATE TABLE role_session (
    key_id     TEXT PRIMARY KEY,
    sealed     BLOB NOT NULL,
    expires_at BIGINT  NOT NULL
);
CREATE TABLE scheduled_tasks (
    task_name            TEXT            NOT NULL,
    task_instance        TEXT            NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP,
    last_failure         TIMESTAMP,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP,
    version              BIGINT          NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
INSERT INTO "scheduled_tasks" VALUES('deploy','00000000-0000-4000-8000-000000000018',X'72656E646572',1795255200000,0,NULL,NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "scheduled_tasks" VALUES('service-edit','arn:aws:proton:eu-west-1:000000000000:service/shop',X'616464',1795255200000,0,NULL,NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE service (
    arn                       TEXT PRIMARY KEY,
    account                   TEXT NOT NULL,
    region                    TEXT NOT NULL,
    name                      TEXT NOT NULL,
    description               TEXT,
    template                  TEXT NOT NULL,
    major                     BIGINT  NOT NULL,
    minor                     BIGINT  NOT NULL,
    repository_connection_arn TEXT,
    repository_id             TEXT,
    branch_name               TEXT,
    status                    TEXT NOT NULL,
    status_message            TEXT,
    spec                      TEXT    NOT NULL,
    spec_wanted               TEXT,
    created_at                BIGINT  NOT NULL,
    modified_at               BIGINT  NOT NULL
);
INSERT INTO "service" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop','000000000000','eu-west-1','shop',NULL,'web',1,0,'arn:aws:codestar-connections:eu-west-1:000000000000:connection/main','shop/code','main','UPDATE_IN_PROGRESS',NULL,'proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: b
  environment: dev
  spec:
    port: 81
','proton: ServiceSpec
pipeline:
  branch: main
instances:
- name: a
  environment: dev
  spec:
    port: 80
- name: c
  environment: dev
  spec:
    port: 82
',1795255200000,1795255200000);
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE sync_blocker (
    id              TEXT PRIMARY KEY,
    account         TEXT NOT NULL,
    region          TEXT NOT NULL,
    service         TEXT NOT NULL,
    instance        TEXT NOT NULL,
    reason          TEXT    NOT NULL,
    contexts        TEXT    NOT NULL,
    created_at      BIGINT  NOT NULL,
    resolved_reason TEXT,
    resolved_at     BIGINT
);
CREATE TABLE sync_config (
    account             TEXT NOT NULL,
    region              TEXT NOT NULL,
    sync_type           TEXT NOT NULL,
    kind                TEXT NOT NULL,
    name                TEXT NOT NULL,
    repository_provider TEXT NOT NULL,
    repository_name     TEXT NOT NULL,
    repository_branch   TEXT NOT NULL,
    path                TEXT    NOT NULL,
    PRIMARY KEY (account, region, sync_type, kind, name)
);
CREATE TABLE sync_entry (
    account  TEXT NOT NULL,
    region   TEXT NOT NULL,
    service  TEXT NOT NULL,
    position BIGINT  NOT NULL,
    target   TEXT    NOT NULL,
    branch   TEXT    NOT NULL,
    PRIMARY KEY (account, region, service, position)
);
CREATE TABLE tag (
    arn     TEXT NOT NULL,
    key     TEXT NOT NULL,
    value   TEXT    NOT NULL,
    managed INT     NOT NULL,
    PRIMARY KEY (arn, key)
);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment-template/vpc','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment-template/vpc','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment-template/vpc:1.0','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment-template/vpc:1.0','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/dev','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/dev','aws:proton:environment','arn:aws:proton:eu-west-1:000000000000:environment/dev',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/dev','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service-template/web','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service-template/web','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service-template/web:1.0','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service-template/web:1.0','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop','aws:proton:service','arn:aws:proton:eu-west-1:000000000000:service/shop',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','aws:proton:service-instance','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','aws:proton:service','arn:aws:proton:eu-west-1:000000000000:service/shop',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','aws:proton:environment','arn:aws:proton:eu-west-1:000000000000:environment/dev',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/a','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','aws:proton:service-instance','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','aws:proton:service','arn:aws:proton:eu-west-1:000000000000:service/shop',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','aws:proton:environment','arn:aws:proton:eu-west-1:000000000000:environment/dev',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/b','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/broken','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:environment-template/vpc',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/broken','aws:proton:environment','arn:aws:proton:eu-west-1:000000000000:environment/broken',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:environment/broken','aws:proton:account','000000000000',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','aws:proton:service-instance','arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','aws:proton:service','arn:aws:proton:eu-west-1:000000000000:service/shop',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','aws:proton:template','arn:aws:proton:eu-west-1:000000000000:service-template/web',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','aws:proton:environment','arn:aws:proton:eu-west-1:000000000000:environment/dev',1);
INSERT INTO "tag" VALUES('arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/c','aws:proton:account','000000000000',1);
CREATE TABLE template (
    account        TEXT NOT NULL,
    region         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    name           TEXT NOT NULL,
    display_name   TEXT    NOT NULL,
    description    TEXT,
    encryption_key TEXT,
    provisioning   TEXT,
    created_at     BIGINT  NOT NULL,
    modified_at    BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, name)
);
INSERT INTO "template" VALUES('000000000000','eu-west-1','ENVIRONMENT','vpc','vpc',NULL,NULL,NULL,1795255200000,1795255200000);
INSERT INTO "template" VALUES('000000000000','eu-west-1','SERVICE','web','web',NULL,NULL,NULL,1795255200000,1795255200000);
CREATE TABLE template_major (
    account       TEXT NOT NULL,
    region        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    template      TEXT NOT NULL,
    major         BIGINT  NOT NULL,
    minor_highest BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, template, major)
);
INSERT INTO "template_major" VALUES('000000000000','eu-west-1','ENVIRONMENT','vpc',1,0);
INSERT INTO "template_major" VALUES('000000000000','eu-west-1','SERVICE','web',1,0);
CREATE TABLE template_version (
    account                 TEXT NOT NULL,
    region                  TEXT NOT NULL,
    kind                    TEXT NOT NULL,
    template                TEXT NOT NULL,
    major                   BIGINT  NOT NULL,
    minor                   BIGINT  NOT NULL,
    status                  TEXT NOT NULL,
    status_message          TEXT    NOT NULL,
    description             TEXT,
    schema_text             TEXT,
    methods                 TEXT    NOT NULL,
    source_bucket           TEXT    NOT NULL,
    source_key              TEXT    NOT NULL,
    archive_id              TEXT,
    compatible_environments TEXT    NOT NULL,
    component_sources       TEXT    NOT NULL,
    created_at              BIGINT  NOT NULL,
    modified_at             BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, template, major, minor)
);
INSERT INTO "template_version" VALUES('000000000000','eu-west-1','ENVIRONMENT','vpc',1,0,'PUBLISHED','',NULL,'schema:
  format: {openapi: "3.0.0"}
  environment_input_type: Environment
  types:
    Environment:
      type: object
      properties:
        zone: {type: string, default: north, maxLength: 10}
','{"infrastructure":"CODEBUILD"}','bundles','vpc.tar.gz','00000000-0000-4000-8000-000000000003','[]','[]',1795255200000,1795255200000);
INSERT INTO "template_version" VALUES('000000000000','eu-west-1','SERVICE','web',1,0,'PUBLISHED','',NULL,'schema:
  format: {openapi: "3.0.0"}
  service_input_type: Instance
  pipeline_input_type: Pipeline
  types:
    Instance:
      type: object
      required: [port]
      properties:
        port: {type: integer, minimum: 1}
        title: {type: string, default: hello}
    Pipeline:
      type: object
      required: [branch]
      properties:
        branch: {type: string}
','{"instance_infrastructure":"CODEBUILD","pipeline_infrastructure":"CODEBUILD"}','bundles','web.tar.gz','00000000-0000-4000-8000-00000000000a','["vpc:1"]','[]',1795255200000,1795255200000);
CREATE TABLE terraform_lock (
    arn           TEXT  PRIMARY KEY,
    deployment_id TEXT  NOT NULL,
    lock_info     TEXT     NOT NULL,
    locked_at     BIGINT   NOT NULL
);
CREATE TABLE terraform_state (
    arn           TEXT  NOT NULL,
    number        BIGINT   NOT NULL,
    deployment_id TEXT  NOT NULL,
    written_at    BIGINT   NOT NULL,
    sealed        BLOB  NOT NULL,
    PRIMARY KEY (arn, number)
);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE UNIQUE INDEX service_name ON service (account, region, name);
CREATE INDEX deployable_by_service     ON deployable (account, region, type, service_name, name);
CREATE INDEX deployable_by_environment ON deployable (account, region, type, environment_name);
CREATE INDEX deployable_by_template    ON deployable (account, region, type, template, major, minor);
CREATE INDEX deployment_newest    ON deployment (account, region, created_at DESC, id);
CREATE INDEX deployment_of_target ON deployment (target_arn, created_at DESC, id);
CREATE INDEX deployment_busy      ON deployment (status);
CREATE INDEX remembered_by_resource ON remembered (account, region, resource);
CREATE INDEX component_attached ON component (account, region, service_name, instance_name);
CREATE UNIQUE INDEX repository_name ON repository (account, region, provider, name);
CREATE INDEX account_connection_management  ON account_connection (management_account, region, requested_at);
CREATE INDEX account_connection_environment ON account_connection (environment_account, region, requested_at);
CREATE INDEX sync_config_branch
    ON sync_config (account, region, repository_provider, repository_name, repository_branch);
CREATE INDEX sync_blocker_target ON sync_blocker (account, region, service, instance, created_at);
COMMIT;
