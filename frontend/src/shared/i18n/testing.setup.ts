import { findAllWords } from './i18n.ts';
import { fetchWords } from './words.ts';

// Tests change the language and read on at once, as if its words had always been here.
await findAllWords();
await Promise.all([fetchWords('ar'), fetchWords('en')]);
