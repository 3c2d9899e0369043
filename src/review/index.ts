/** What a server's policy opens, breaks and says in vain: found by asking the server. And what an attacker's page can do. */

export * from './contract';
export { attack, type Attacked } from './attack/attack';
export { WORDS as MEANS_WORDS } from './attack/means';
export { attackSummary, changesIn } from './attack/summary';
export { ATTACKERS, originOf as originOfAttacker, type Attacker } from './attack/attackers';
export { review } from './review';
