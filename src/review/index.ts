/** What a server's policy opens, breaks and says in vain: found by asking the server. And what an attacker's page can do. */

export * from './contract';
export { attack, WORDS as MEANS_WORDS, type Attacked } from './attack/attack';
export { ATTACKERS, originOf as originOfAttacker, type Attacker } from './attack/attackers';
export { review } from './review';
