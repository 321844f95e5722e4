import { listWords } from '../../text/stop-words/stop-words.js';

/** Given names that the lists of an American census lack, in lower case without accents; written for Themeloom. */
export const givenNames: readonly string[] = listWords(`
  josh matt ken jade sage willow brook aria abbot mercy liam rebecca dan sam phil rowan kat bea ollie zoe zoey chloe mia
  ella isla freya poppy imogen harriet saskia niamh siobhan aoife eoin cillian ciaran sinead padraig rhys gareth dylan
  angus hamish fergus callum ewan euan lachlan isobel
  priya ravi amit anil raj sanjay vijay deepak neha pooja anjali arjun aditya ananya divya isha kavita kiran lakshmi manish
  meera mohan nikhil nisha pradeep prakash preeti rahul rajesh rakesh ramesh rohan rohit sachin sandeep shreya sneha
  suresh sunita swati tanvi varun vikram vinod vivek yash
  ahmed ali amina amir aisha ayesha bilal fatima farah hamza hana hassan hussein ibrahim imran jamal karim khalid layla
  leila mahmoud mariam mohamed mohammed mohammad muhammad mustafa nadia noor omar rania rashid reza samir sara tariq
  usman yasmin yusuf zahra zainab zara parisa shirin dariush kaveh
  akira aiko chiyo emi haruka haruki hiro hiroshi kaito kenji keiko mei naoko ren sakura satoshi shinji sora takashi
  takeshi yoko yuki yuto min jin jisoo jiho seo minho hyun eunji jing zhang liu xiao ming fang hui lin mei yan ying
  chen cheng feng guang hao jian jun kai lei ping qing rui shan tao xin yi yu zhen nguyen linh minh thanh tuan
  abebe adaeze ade amara amadou ayodele babatunde bukola chidi chinedu chioma emeka fatou femi folake ifeoma ikenna
  kofi kwame kwesi lwazi mamadou moussa ngozi nia nkechi obi olu olumide oluwaseun sipho tendai thabo themba thandi
  tunde uche wanjiru yaw zanele zola
  alejandro alvaro beatriz camila carla catalina diego emilio ernesto esteban fernanda gonzalo ignacio ines javier
  joaquin juana lucia luisa marcelo mateo matias mariana nicolas pablo paola rafaela raquel rocio santiago sofia thiago
  tomas valentina xavier ximena joao goncalo caio rafael leticia
  anke antje astrid axel bjorn birgit britta dieter elke ernst florian frauke friedrich gerd gerhard gisela gudrun gunter
  hannelore heike heinz helga helmut horst ingrid ingo jens joachim jochen jorg jurgen juergen jurgen karin karl-heinz kathrin katja klaus
  lena lothar lutz manfred markus matthias monika norbert petra rainer reinhard renate rolf rudiger sabine silke
  stefan steffen susanne sven thorsten torsten ulrich ulrike ute uwe volker wolfgang
  anders bjarne erik freja gunnar henrik ida ilse inger jesper johan kirsten lars leif magnus mads mette mikkel niels
  nils ole rasmus signe sigrid soren stig svein tove trond ulf aino antti eero jari jukka juha kaisa mika minna pekka
  sanna timo tuomas ville
  agnieszka aleksandra andrzej anna barbara bartosz dorota ewa grzegorz iwona jakub jan joanna kasia katarzyna
  krzysztof maciej magdalena malgorzata marcin marek mariusz michal pawel piotr rafal stanislaw tomasz wojciech
  zbigniew zofia aleksei alexei anastasia andrei dmitri dmitry ekaterina elena evgeny galina igor ilya irina ivan
  kirill konstantin ksenia lyudmila maksim mikhail nadezhda natalia nikita nikolai oksana oleg olga pavel sergei sergey
  svetlana tatiana vadim vasily viktor vladimir yana yuri yulia bohdan mykola oleksandr taras volodymyr
  adrien alain amelie antoine aurelie benoit bertrand camille cecile celine clement delphine didier elodie emilie
  etienne fabien fabrice florence francois francoise frederic gael genevieve guillaume helene herve isabelle jacques
  jerome joel julien laurence laurent lea luc ludovic manon marc marie mathieu maxime mireille nathalie nicolas olivier
  pascal patrice philippe pierre quentin remi renaud romain sandrine sebastien severine solene stephane sylvie thibault
  thierry valerie veronique virginie xavier yann yves
  alessandro alessia andrea chiara cristina davide elisa enrico fabio federica federico filippo francesca francesco
  gabriele giacomo gianluca giorgia giorgio giovanna giovanni giulia giuseppe ilaria lorenzo luca marco matteo massimo
  michele paolo pietro roberto rosa salvatore serena silvia simone stefania stefano umberto valeria vincenzo
  bram daan femke fleur gijs hanneke jeroen joost joris koen lieke lotte maarten marieke marijke marloes mieke niek pieter
  rutger sander sanne sjoerd thijs tijn willem wouter ayse elif emre hakan mehmet murat onur selin yildiz zeynep
  dimitris eleni georgios giannis katerina kostas nikos yannis avi chaim moshe noa rivka shlomo tal yael yossi
`);

/** Names that a dictionary has as common words too, which they seldom are in speech (`john`, `mike`, `tom`). */
export const mostlyNames: readonly string[] = listWords(`
  john johns mike tom bob bobby billy jimmy harry jack maria terry tony peter peters roger martin jasmine colleen derrick
  warren victor felicity robin josh matt lynch smith wright stein khan griffin hogan reeves sims sanders snider bowman
  brooks bullock hicks hays levy rogers watts wells turner tucker thatcher chandler cooper barker sawyer fuller
  parsons meg moll sonny randy rick rob wade drake davenport shanghai japan morocco wales oxford phoenix
`);
