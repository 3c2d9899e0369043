/** What a server's policy opens, breaks and says in vain: found by asking the server. */

export * from './contract';
