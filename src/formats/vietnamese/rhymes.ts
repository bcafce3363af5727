/** Rhymes (vần) of Vietnamese without a rounded glide before the main vowel. */
const PLAIN = `
a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt ăk â âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu`;

/** Rhymes with the glide written o or u (âm đệm). */
const GLIDED = `
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet
uân uâng uât uây uê uêch uên uênh uêt uêu uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt`;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const PLAIN_RHYMES = words(PLAIN);
export const GLIDED_RHYMES = words(GLIDED);

/** Longest first, so that the first match of a prefix is the whole onset. */
export const ONSETS: readonly string[] =
  'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');
