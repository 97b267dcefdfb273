/**
 * What an audit does to images and what it measures on them: pure functions without a network. Changes are drawn by seed, so
 * that the same audit gives the same figures on every machine.
 */
package io.github.melascope.audit;
