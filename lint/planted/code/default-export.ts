export default 'nameless';
