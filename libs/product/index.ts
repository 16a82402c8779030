export { PRODUCT } from './product.js';
